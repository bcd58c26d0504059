package io.github.aspoperator.wire.reply;

import static io.github.aspoperator.wire.Wire.ALICE;
import static io.github.aspoperator.wire.Wire.BOB;
import static io.github.aspoperator.wire.Wire.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.session.Becoming;
import io.github.aspoperator.session.Departure;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.Stint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Events on the wire (protocol section 5). */
class EventCodecTest {

  private static final Becoming BECOMING = new Becoming(3, Stint.since(1));

  /** One line of the payload table. */
  record Line(Payload payload, String type, String json) {}

  static List<Line> table() {
    Payload.Message full =
        new Payload.Message(
            ALICE,
            new Body(
                RawJson.of("[ {\"type\":\"text\", \"text\":\"\\u00e9\"} ]"),
                Optional.of(RawJson.of("{ \"n\":1e400}"))),
            Optional.of("key \"1\""));
    return List.of(
        new Line(
            new Payload.Invited(BOB, ALICE, Optional.empty(), Optional.empty()),
            "session.invited",
            """
            {"invitee":"@acme.bob","by":"@acme.alice"}\
            """),
        new Line(
            new Payload.Invited(BOB, ALICE, Optional.of("The \"plan\" é\n"), Optional.empty()),
            "session.invited",
            """
            {"invitee":"@acme.bob","by":"@acme.alice","topic":"The \\"plan\\" é\\u000a"}\
            """),
        new Line(
            new Payload.Invited(BOB, ALICE, Optional.of("t"), Optional.of(Sample.event(full))),
            "session.invited",
            """
            {"invitee":"@acme.bob","by":"@acme.alice","topic":"t","initial_message":\
            {"id":"msg_01ARZ3NDEKTSV4RRFFQ69G5FAW","session_id":"sess_01ARZ3NDEKTSV4RRFFQ69G5FAV",\
            "sender":"@acme.alice","sequence":7,"content":[ {"type":"text", "text":"\\u00e9"} ],\
            "created_at":1767225600123,"idempotency_key":"key \\"1\\"","metadata":{ "n":1e400}}}\
            """),
        new Line(
            new Payload.Joined(BOB, BECOMING),
            "session.joined",
            """
            {"agent":"@acme.bob"}\
            """),
        new Line(
            new Payload.Disconnected(BOB),
            "session.disconnected",
            """
            {"agent":"@acme.bob"}\
            """),
        new Line(
            new Payload.Reconnected(BOB),
            "session.reconnected",
            """
            {"agent":"@acme.bob"}\
            """),
        new Line(
            new Payload.Left(BOB, Departure.LEFT),
            "session.left",
            """
            {"agent":"@acme.bob","reason":"left"}\
            """),
        new Line(
            Sample.message("\"Hello 😀\""),
            "session.message",
            """
            {"id":"msg_01ARZ3NDEKTSV4RRFFQ69G5FAW","session_id":"sess_01ARZ3NDEKTSV4RRFFQ69G5FAV",\
            "sender":"@acme.alice","sequence":7,"content":"Hello 😀","created_at":1767225600123}\
            """),
        new Line(
            full,
            "session.message",
            """
            {"id":"msg_01ARZ3NDEKTSV4RRFFQ69G5FAW","session_id":"sess_01ARZ3NDEKTSV4RRFFQ69G5FAV",\
            "sender":"@acme.alice","sequence":7,"content":[ {"type":"text", "text":"\\u00e9"} ],\
            "created_at":1767225600123,"idempotency_key":"key \\"1\\"","metadata":{ "n":1e400}}\
            """),
        new Line(
            new Payload.Ended(Optional.of(ALICE), List.of(BOB)),
            "session.ended",
            """
            {"ended_by":"@acme.alice"}\
            """),
        new Line(new Payload.Ended(Optional.empty(), List.of(BOB)), "session.ended", "{}"),
        new Line(
            new Payload.Reopened(ALICE, List.of(BOB), BECOMING),
            "session.reopened",
            """
            {"reopened_by":"@acme.alice"}\
            """));
  }

  @ParameterizedTest
  @MethodSource("table")
  void anEventIsItsEnvelopeAndItsPayload(Line line) {
    String expected =
        """
        {"type":"TYPE","session_id":"sess_01ARZ3NDEKTSV4RRFFQ69G5FAV",\
        "event_id":"evt_01ARZ3NDEKTSV4RRFFQ69G5FAW","sequence":7,"created_at":1767225600123,\
        "payload":PAYLOAD}\
        """
            .replace("TYPE", line.type())
            .replace("PAYLOAD", line.json());
    assertEquals(expected, text(EventCodec.encode(Sample.event(line.payload()))));
  }

  @Test
  void theTableHasEveryKind() {
    Set<Class<?>> kinds =
        table().stream().map(line -> line.payload().getClass()).collect(Collectors.toSet());
    assertEquals(Set.of(Payload.class.getPermittedSubclasses()), kinds);
  }

  @ParameterizedTest
  @EnumSource(Departure.class)
  void nobodyLearnsHowAnotherLeftButByExpiry(Departure how) {
    String reason = how == Departure.GRACE_EXPIRED ? "grace_expired" : "left";
    String frame = text(EventCodec.encode(Sample.event(new Payload.Left(BOB, how))));
    assertTrue(
        frame.endsWith("\"payload\":{\"agent\":\"@acme.bob\",\"reason\":\"" + reason + "\"}}"));
  }

  @Test
  void thePayloadNeverHoldsWhatIsLogOnly() {
    String all = table().stream().map(Line::json).collect(Collectors.joining());
    for (String word : Arrays.asList("becoming", "epoch", "readmitted", "invitees")) {
      assertFalse(all.contains(word), word);
    }
  }
}
