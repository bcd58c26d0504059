package io.github.aspoperator.wire.request;

import static io.github.aspoperator.wire.Wire.ALICE;
import static io.github.aspoperator.wire.Wire.BOB;
import static io.github.aspoperator.wire.Wire.refusal;
import static io.github.aspoperator.wire.Wire.refusedField;
import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Policy;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The owner's side (protocol section 7). */
class OwnerRequestsTest {

  private static byte[] json(String body) {
    return utf8(body.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'handle':'@acme.bob'}                            | ALLOWLIST",
        "{'handle':'@acme.bob','policy':'open'}            | OPEN",
        "{'inbound_policy':'open','handle':'@acme.bob'}    | OPEN",
        "{'handle':'@acme.bob','policy':'allowlist'}       | ALLOWLIST",
      })
  void anAgentIsRegisteredWithAPolicyOfEitherName(String body, Policy policy) {
    assertEquals(new Agent(BOB, policy), OwnerRequests.agent(json(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                              | /handle",
        "{'handle':'bob'}                                                | /handle",
        "{'handle':'@acme.*'}                                            | /handle",
        "{'handle':null}                                                 | /handle",
        "{'handle':'@acme.bob','policy':'closed'}                        | /policy",
        "{'handle':'@acme.bob','policy':null}                            | /policy",
        "{'handle':'@acme.bob','policy':'open','inbound_policy':'open'}  | /inbound_policy",
        "{'handle':'@acme.bob','token':'t'}                              | /token",
        "[]                                                              | ''",
      })
  void whatIsWrongWithARegistrationIsNamed(String body, String field) {
    assertEquals(field, refusedField(() -> OwnerRequests.agent(json(body))));
  }

  @Test
  void aPolicyIsSet() {
    assertEquals(Policy.OPEN, OwnerRequests.policy(json("{'policy':'open'}")));
    assertEquals("/policy", refusedField(() -> OwnerRequests.policy(json("{}"))));
    assertEquals("/policy", refusedField(() -> OwnerRequests.policy(json("{'policy':'OPEN'}"))));
    assertEquals("/handle", refusedField(() -> OwnerRequests.policy(json("{'handle':'@a.b'}"))));
  }

  @Test
  void entriesAreHandlesOrGlobsEachOnce() {
    assertEquals(
        List.of(new AllowlistEntry.AllOf(new Owner("acme")), new AllowlistEntry.One(BOB)),
        OwnerRequests.entries(json("{'entries':['@acme.*','@acme.bob','@acme.*']}")));
    assertEquals(List.of(), OwnerRequests.entries(json("{'entries':[]}")));
    assertEquals("/entries", refusedField(() -> OwnerRequests.entries(json("{}"))));
    assertEquals("/entries", refusedField(() -> OwnerRequests.entries(json("{'entries':'@a.b'}"))));
    assertEquals(
        "/entries/1",
        refusedField(() -> OwnerRequests.entries(json("{'entries':['@a.b','@*.*']}"))));
    assertEquals(
        "/entries/0", refusedField(() -> OwnerRequests.entries(json("{'entries':['*']}"))));
  }

  @Test
  void anOwnerIsAPartOfAHandle() {
    assertEquals(new Owner("acme"), OwnerRequests.owner(json("{'owner':'acme'}")));
    assertEquals("/owner", refusedField(() -> OwnerRequests.owner(json("{}"))));
    assertEquals("/owner", refusedField(() -> OwnerRequests.owner(json("{'owner':'@acme'}"))));
    assertEquals("/owner", refusedField(() -> OwnerRequests.owner(json("{'owner':7}"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bob", "@acme", "@acme.*", "@acme.bob/x"})
  void whatIsNoHandleInThePathIsNotFound(String handle) {
    assertEquals(new Refusal.NotFound(), refusal(() -> OwnerRequests.handle(handle)));
  }

  @Test
  void whatThePathNamesIsRead() {
    assertEquals(BOB, OwnerRequests.handle("@acme.bob"));
    assertEquals(new Owner("acme"), OwnerRequests.ownerNamed("acme"));
    assertEquals(new Refusal.NotFound(), refusal(() -> OwnerRequests.ownerNamed("@acme")));
    assertEquals(new AllowlistEntry.One(BOB), OwnerRequests.entry("@acme.bob"));
    assertEquals("entry", refusedField(() -> OwnerRequests.entry("*")));
  }

  @Test
  void aPeerIsNeitherAGlobNorItself() {
    assertEquals(BOB, OwnerRequests.peer(ALICE, "@acme.bob"));
    List<Callable<?>> wrong =
        List.of(
            () -> OwnerRequests.peer(ALICE, "@acme.*"),
            () -> OwnerRequests.peer(ALICE, "bob"),
            () -> OwnerRequests.peer(ALICE, "@acme.alice"));
    wrong.forEach(call -> assertEquals("peer", refusedField(call)));
  }
}
