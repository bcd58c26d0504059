package io.github.aspoperator.wire.reply;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.operator.Created;
import io.github.aspoperator.operator.EventPage;
import io.github.aspoperator.operator.Sent;
import io.github.aspoperator.operator.SessionPage;
import io.github.aspoperator.operator.Ticket;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.wire.http.Cors;
import io.github.aspoperator.wire.json.JsonWriter;
import java.util.List;

/** What agents are answered when their call succeeds (protocol sections 3 and 5). */
public final class Replies {

  private static final int SMALL = 160;
  private static final int PARTICIPANT = 96;
  private static final int EVENT = 512;

  private static final Reply OK =
      Reply.of(200, new JsonWriter(SMALL).object().name("ok").bool(true).endObject());

  private Replies() {}

  /** {@code 201 {session_id, sequence?}}. */
  public static Reply created(Created created) {
    JsonWriter out =
        new JsonWriter(SMALL).object().name("session_id").word(created.session().text());
    created.sequence().ifPresent(sequence -> out.name("sequence").number(sequence));
    return Reply.of(201, out.endObject());
  }

  /** {@code 201 {message_id, sequence}}. */
  public static Reply sent(Sent sent) {
    JsonWriter out = new JsonWriter(SMALL).object();
    out.name("message_id").word(sent.message().text()).name("sequence").number(sent.sequence());
    return Reply.of(201, out.endObject());
  }

  /** {@code 200 {ok:true}}: joined, left, ended, reopened. */
  public static Reply ok() {
    return OK;
  }

  /** {@code 200 {invited:[…]}}. */
  public static Reply invited(List<Handle> invited) {
    return handles("invited", invited);
  }

  static Reply handles(String name, List<Handle> handles) {
    JsonWriter out = new JsonWriter(SMALL).object().name(name).array();
    handles.forEach(handle -> out.word(handle.text()));
    return Reply.of(200, out.endArray().endObject());
  }

  /** {@code 200 {id, state, topic?, participants, created_at, ended_at?}}. */
  public static Reply session(SessionState state) {
    JsonWriter out = new JsonWriter(SMALL + PARTICIPANT * state.roster().members().size());
    SessionCodec.write(out, state.roster());
    return Reply.of(200, out);
  }

  /** {@code 200 {sessions:[…], next_cursor?}}: each as {@link #session} has it. */
  public static Reply sessions(SessionPage page) {
    JsonWriter out = new JsonWriter(EVENT * (1 + page.sessions().size())).object();
    out.name("sessions").array();
    page.sessions().forEach(state -> SessionCodec.write(out, state.roster()));
    out.endArray();
    page.next().ifPresent(next -> out.name("next_cursor").word(next.text()));
    return Reply.of(200, out.endObject());
  }

  /**
   * {@code 200 {events:[…], next_cursor?}}: the cursor is the sequence to read on after, as a
   * string.
   */
  public static Reply events(EventPage page) {
    int bytes = SMALL;
    for (var event : page.events()) {
      bytes += EVENT + EventCodec.contentSize(event);
    }
    JsonWriter out = new JsonWriter(bytes).object().name("events").array();
    page.events().forEach(event -> EventCodec.write(out, event));
    out.endArray();
    page.next().ifPresent(next -> out.name("next_cursor").word(Long.toString(next)));
    return Reply.of(200, out.endObject());
  }

  /** {@code 201 {ticket, expires_at}}. */
  public static Reply ticket(Ticket ticket) {
    JsonWriter out = new JsonWriter(SMALL).object();
    out.name("ticket").word(ticket.secret().secret()).name("expires_at").number(ticket.expiresAt());
    return Reply.of(201, out.endObject());
  }

  /** {@code 200 {status:"ok", version}}. */
  public static Reply health(String version) {
    JsonWriter out = new JsonWriter(SMALL).object();
    return Reply.of(200, out.name("status").word("ok").name("version").string(version).endObject());
  }

  /** {@code 200} and a JSON document, which must not be changed any more. */
  public static Reply document(byte[] json) {
    return Reply.of(200, json);
  }

  /** The answer to a browser that asks before a cross-origin call. */
  public static Reply preflight() {
    Reply reply = Reply.of(204);
    for (var header : Cors.PREFLIGHT.entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }
}
