package io.github.aspoperator.wire.reply;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.session.Departure;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.wire.json.JsonWriter;

/**
 * Events as the wire has them (protocol section 5): nothing that is log only, content as it was
 * sent.
 */
public final class EventCodec {

  private static final int ENVELOPE = 512;

  private EventCodec() {}

  /** The event as one frame of the stream. */
  public static byte[] encode(SessionEvent event) {
    JsonWriter out = new JsonWriter(ENVELOPE + contentSize(event));
    write(out, event);
    return out.done();
  }

  /** The event as a value of a larger document. */
  static void write(JsonWriter out, SessionEvent event) {
    out.object()
        .name("type")
        .word(type(event.payload()))
        .name("session_id")
        .word(event.session().text())
        .name("event_id")
        .word(event.id().text())
        .name("sequence")
        .number(event.sequence())
        .name("created_at")
        .number(event.createdAt())
        .name("payload");
    payload(out.object(), event);
    out.endObject().endObject();
  }

  /** Bytes of content in the event. */
  static int contentSize(SessionEvent event) {
    return switch (event.payload()) {
      case Payload.Message message -> message.body().size();
      case Payload.Invited invited ->
          invited.initialMessage().map(EventCodec::contentSize).orElse(0);
      case Payload.Joined _,
          Payload.Disconnected _,
          Payload.Reconnected _,
          Payload.Left _,
          Payload.Ended _,
          Payload.Reopened _ ->
          0;
    };
  }

  private static String type(Payload payload) {
    return switch (payload) {
      case Payload.Invited _ -> "session.invited";
      case Payload.Joined _ -> "session.joined";
      case Payload.Disconnected _ -> "session.disconnected";
      case Payload.Reconnected _ -> "session.reconnected";
      case Payload.Left _ -> "session.left";
      case Payload.Message _ -> "session.message";
      case Payload.Ended _ -> "session.ended";
      case Payload.Reopened _ -> "session.reopened";
    };
  }

  private static void payload(JsonWriter out, SessionEvent event) {
    switch (event.payload()) {
      case Payload.Invited invited -> invited(out, invited);
      case Payload.Joined joined -> out.name("agent").word(joined.agent().text());
      case Payload.Disconnected gone -> out.name("agent").word(gone.agent().text());
      case Payload.Reconnected back -> out.name("agent").word(back.agent().text());
      case Payload.Left left ->
          out.name("agent").word(left.agent().text()).name("reason").word(reason(left.how()));
      case Payload.Message message -> message(out, event, message);
      case Payload.Ended ended -> ended.by().ifPresent(by -> out.name("ended_by").word(by.text()));
      case Payload.Reopened reopened -> out.name("reopened_by").word(reopened.by().text());
    }
  }

  private static void invited(JsonWriter out, Payload.Invited invited) {
    out.name("invitee").word(invited.invitee().text()).name("by").word(invited.by().text());
    invited.topic().ifPresent(topic -> out.name("topic").string(topic));
    invited.initialMessage().ifPresent(message -> initialMessage(out, message));
  }

  private static void initialMessage(JsonWriter out, SessionEvent event) {
    if (!(event.payload() instanceof Payload.Message message)) {
      throw new IllegalArgumentException("the initial message is no message");
    }
    message(out.name("initial_message").object(), event, message);
    out.endObject();
  }

  private static void message(JsonWriter out, SessionEvent event, Payload.Message message) {
    Body body = message.body();
    out.name("id")
        .word(event.messageId().text())
        .name("session_id")
        .word(event.session().text())
        .name("sender")
        .word(message.sender().text())
        .name("sequence")
        .number(event.sequence())
        .name("content")
        .raw(body.content())
        .name("created_at")
        .number(event.createdAt());
    message.idempotencyKey().ifPresent(key -> out.name("idempotency_key").string(key));
    body.metadata().ifPresent(metadata -> out.name("metadata").raw(metadata));
  }

  /** Only whether grace ran out is told; nobody learns that it was thrown out. */
  private static String reason(Departure how) {
    return switch (how) {
      case GRACE_EXPIRED -> "grace_expired";
      case LEFT, FORCED, ENDED, NOT_READMITTED -> "left";
    };
  }
}
