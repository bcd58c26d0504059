package io.github.aspoperator.wire.request;

import static io.github.aspoperator.wire.Wire.ALICE;
import static io.github.aspoperator.wire.Wire.BOB;
import static io.github.aspoperator.wire.Wire.CAROL;
import static io.github.aspoperator.wire.Wire.refusedField;
import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Policy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seed files (protocol section 7). */
class SeedsTest {

  @Test
  void anAgentIsATokenOrAnObject() {
    byte[] file =
        utf8(
            """
            {
              "@acme.alice": "secret-of-alice",
              "@acme.bob": {
                "token": "secret:of/bob!",
                "inbound_policy": "open"
              },
              "@umbrella.carol": {
                "policy": "allowlist",
                "allowlist": ["@acme.*", "@acme.bob", "@acme.*"]
              }
            }
            """);
    assertEquals(
        List.of(
            new Seed(
                new Agent(ALICE, Policy.ALLOWLIST),
                List.of(),
                Optional.of(new Token("secret-of-alice"))),
            new Seed(
                new Agent(BOB, Policy.OPEN), List.of(), Optional.of(new Token("secret:of/bob!"))),
            new Seed(
                new Agent(CAROL, Policy.ALLOWLIST),
                List.of(new AllowlistEntry.AllOf(new Owner("acme")), new AllowlistEntry.One(BOB)),
                Optional.empty())),
        Seeds.read(file));
    assertEquals(List.of(), Seeds.read(utf8("{}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                             | ''",
        "{'acme.bob':'t'}                               | /acme.bob",
        "{'@acme.*':'t'}                                | /@acme.*",
        "{'@acme.bob':''}                               | /@acme.bob",
        "{'@acme.bob':'a b'}                            | /@acme.bob",
        "{'@acme.bob':'é'}                              | /@acme.bob",
        "{'@acme.bob':null}                             | /@acme.bob",
        "{'@acme.bob':'t','@acme.bob':'u'}              | /@acme.bob",
        "{'@acme.bob':'t','@acme.alice':'t'}            | /@acme.alice",
        "{'@acme.bob':{'token':null}}                   | /@acme.bob/token",
        "{'@acme.bob':{'policy':'closed'}}              | /@acme.bob/policy",
        "{'@acme.bob':{'policy':'open','inbound_policy':'open'}} | /@acme.bob/inbound_policy",
        "{'@acme.bob':{'allowlist':['@acme']}}          | /@acme.bob/allowlist/0",
        "{'@acme.bob':{'allow':[]}}                     | /@acme.bob/allow",
      })
  void whatIsWrongIsNamed(String file, String field) {
    assertEquals(field, refusedField(() -> Seeds.read(utf8(file.replace('\'', '"')))));
  }

  @Test
  void aTokenHasAtMost512Characters() {
    String token = "t".repeat(512);
    assertEquals(1, Seeds.read(utf8("{\"@acme.bob\":\"" + token + "\"}")).size());
    assertEquals(
        "/@acme.bob", refusedField(() -> Seeds.read(utf8("{\"@acme.bob\":\"" + token + "t\"}"))));
  }

  @Test
  void anAllowlistHasAtMostTenThousandEntries() {
    String entries =
        IntStream.rangeClosed(0, 10_000)
            .mapToObj(n -> "\"@acme.a" + n + "\"")
            .collect(Collectors.joining(","));
    String file = "{\"@acme.bob\":{\"allowlist\":[" + entries + "]}}";
    assertEquals(
        "/@acme.bob/allowlist", refusedField(() -> Seeds.read(utf8(file))).substring(0, 20));
  }

  @Test
  void aFileMayBeLargerThanABody() {
    StringBuilder file = new StringBuilder("{");
    for (int i = 0; i < 10_000; i++) {
      file.append("\"@acme.agent-")
          .append(i)
          .append("\":\"a-token-of-agent-")
          .append(i)
          .append("\",");
    }
    file.setCharAt(file.length() - 1, '}');
    assertEquals(10_000, Seeds.read(utf8(file.toString())).size());
  }
}
