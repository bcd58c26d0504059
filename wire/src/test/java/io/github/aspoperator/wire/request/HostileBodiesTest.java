package io.github.aspoperator.wire.request;

import static io.github.aspoperator.wire.Wire.ALICE;
import static io.github.aspoperator.wire.Wire.refusal;
import static io.github.aspoperator.wire.Wire.refusedField;
import static io.github.aspoperator.wire.Wire.text;
import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.wire.Seeded;
import io.github.aspoperator.wire.json.Mutation;
import io.github.aspoperator.wire.json.RandomJson;
import io.github.aspoperator.wire.reply.Errors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** Whatever the bytes of a body are, it is a command, or 400, or 413; and never anything else. */
class HostileBodiesTest {

  private static final int ROUNDS = 4_000;
  private static final String ID = "sess_01ARZ3NDEKTSV4RRFFQ69G5FAV";

  /** A valid body, {@code #} standing for any value, and what reads it. */
  private record Call(String name, String template, Function<byte[], Object> read) {

    byte[] valid(RandomJson json) {
      String body = template;
      while (body.contains("#")) {
        body = body.replaceFirst("#", Matcher.quoteReplacement(json.value()));
      }
      return utf8(body);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Call SEND =
      call(
          "send",
          """
          {"content":[{"type":"data","data":{"a":#}}],"metadata":{"é":#},"idempotency_key":"k"}\
          """,
          body -> Requests.send(body, ID, ALICE, Optional.empty()));

  private static final List<Call> CALLS =
      List.of(
          SEND,
          call(
              "send of parts",
              """
              {"content":[{"type":"text","text":"x"},{"type":"file","url":"u","size":1},\
              {"type":"image","data_uri":"data:,","name":"n"}]}\
              """,
              body -> Requests.send(body, ID, ALICE, Optional.of("header"))),
          call(
              "create",
              """
              {"invite":["@acme.bob"],"topic":"t","end_after_send":true,\
              "initial_message":{"content":"x","metadata":{"a":#}}}\
              """,
              body -> Requests.create(body, ALICE, Optional.of("header"))),
          call(
              "invite",
              """
              {"invite":["@acme.bob","@umbrella.carol"]}\
              """,
              body -> Requests.invite(body, ID, ALICE)),
          call(
              "reopen",
              """
              {"invite":[],"initial_message":{"content":"x"}}\
              """,
              body -> Requests.reopen(body, ID, ALICE)),
          call("join", "{}", body -> Requests.join(body, ID, ALICE)),
          call(
              "agent",
              """
              {"handle":"@acme.bob","policy":"open"}\
              """,
              OwnerRequests::agent),
          call(
              "policy",
              """
              {"policy":"allowlist"}\
              """,
              OwnerRequests::policy),
          call(
              "entries",
              """
              {"entries":["@acme.*","@acme.bob"]}\
              """,
              OwnerRequests::entries),
          call(
              "owner",
              """
              {"owner":"acme"}\
              """,
              OwnerRequests::owner),
          call(
              "seeds",
              """
              {"@acme.bob":"token","@acme.alice":\
              {"token":"t","inbound_policy":"open","allowlist":["@acme.*"]}}\
              """,
              Seeds::read));

  private static Call call(String name, String template, Function<byte[], Object> read) {
    return new Call(name, template, read);
  }

  @Test
  void aMutatedBodyIsACommandOrRefused() {
    Random random = Seeded.random(getClass());
    RandomJson json = new RandomJson(random);
    int taken = 0;
    int refused = 0;
    for (Call call : CALLS) {
      for (int i = 0; i < ROUNDS; i++) {
        byte[] body = Mutation.of(call.valid(json), random);
        if (isTaken(call, body)) {
          taken++;
        } else {
          refused++;
        }
      }
    }
    assertTrue(
        taken > ROUNDS / 4 && refused > ROUNDS / 4, taken + " taken, " + refused + " refused");
  }

  private static boolean isTaken(Call call, byte[] body) {
    try {
      return call.read().apply(body) != null;
    } catch (Refused e) {
      int status = Errors.of(e.refusal(), "r").status();
      assertTrue(status == 400 || status == 413, () -> call + " " + status + " for " + text(body));
      return false;
    } catch (RuntimeException e) {
      return fail(call + " failed on " + text(body), e);
    }
  }

  @Test
  void aPieceOfAValidBodyIsRefused() {
    for (Call call : CALLS) {
      byte[] whole = utf8(call.template().replace("#", "1"));
      for (int length = 1; length < whole.length; length++) {
        byte[] piece = Arrays.copyOf(whole, length);
        assertFalse(isTaken(call, piece), () -> call + " took " + text(piece));
      }
    }
  }

  @Test
  void hugeAndHostileBodiesAreReadOrRefused() {
    int room = Requests.MAX_BODY_BYTES;
    List<String> hostile =
        List.of(
            "[".repeat(room),
            "{\"content\":".repeat(room / 11),
            "{\"content\":[" + "{},".repeat(room / 4),
            "{\"content\":\"" + "\\".repeat(room - 12),
            "{\"content\":\"" + "\\u".repeat(room / 2 - 6),
            "\"" + "\\ud800".repeat(room / 6 - 1) + "\"",
            "9".repeat(room),
            "{\"" + "n".repeat(room - 10) + "\":1}",
            " ".repeat(room),
            "\u0000".repeat(room),
            "😀".repeat(room / 4));
    for (String body : hostile) {
      assertTrue(utf8(body).length <= room);
      assertFalse(isTaken(SEND, utf8(body)), () -> "took " + body.substring(0, 20));
    }
  }

  @Test
  void namesMadeToCollideAreReadToo() {
    // "Aa" and "BB" have one hash code, and so have all words of as many of them
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 2048; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 11; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      names.append(i == 0 ? "" : ",").append('"').append(name).append("\":1");
    }
    Consumer<String> send =
        extra ->
            Requests.send(
                utf8("{\"content\":\"x\",\"metadata\":{" + names + extra + "}}"),
                ID,
                ALICE,
                Optional.of("k"));
    send.accept("");
    assertEquals(
        "/metadata/" + "Aa".repeat(11),
        refusedField(() -> {
          send.accept(",\"" + "Aa".repeat(11) + "\":2");
          return 1;
        }));
  }

  @Test
  void aRefusalIsNeverAboutTheSession() {
    Refusal refusal = refusal(() -> Requests.join(utf8("[]"), "no session", ALICE));
    assertEquals(Refusal.InvalidRequest.class, refusal.getClass());
  }
}
