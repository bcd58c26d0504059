package io.github.aspoperator.wire.request;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.wire.json.Fields;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.List;
import java.util.Optional;

/**
 * The calls of agents (protocol section 3), from the bytes of the body to the command. Each throws
 * {@link io.github.aspoperator.refusal.Refused}: {@code InvalidRequest} that names the field,
 * {@code PayloadTooLarge}, and, only after the body was found to be right, {@code NotFound} for
 * what is no session id.
 */
public final class Requests {

  /** The most bytes a request body may have; more is refused with 413, by this class or before. */
  public static final int MAX_BODY_BYTES = 256 * 1024;

  private static final Fields INVITE = Fields.of("invite");

  private Requests() {}

  /**
   * {@code POST /sessions}.
   *
   * @param headerKey the header Idempotency-Key, which counts when the body has no key
   */
  public static Command.Create create(byte[] body, Handle caller, Optional<String> headerKey) {
    CreateShape shape = new CreateShape(caller);
    return Bodies.read(body, shape::read).command(body, headerKey);
  }

  /**
   * {@code POST /sessions/{id}/messages}.
   *
   * @param id the session as the path names it
   * @param headerKey the header Idempotency-Key, which counts when the body has no key
   */
  public static Command.Send send(
      byte[] body, String id, Handle caller, Optional<String> headerKey) {
    SendShape shape = Bodies.read(body, SendShape::read);
    Optional<Keyed> keyed = Keys.keyed(caller, shape.key(), headerKey, body);
    return new Command.Send(session(id), caller, shape.body(), shape.key(), keyed);
  }

  /** {@code POST /sessions/{id}/invite}. */
  public static Command.Invite invite(byte[] body, String id, Handle caller) {
    List<Handle> invite = Bodies.read(body, in -> invite(in, caller));
    return new Command.Invite(session(id), caller, invite);
  }

  private static List<Handle> invite(JsonReader in, Handle caller) {
    List<Handle> invite = List.of();
    in.object();
    while (in.nextField(INVITE) != null) {
      invite = Invitees.read(in, caller);
    }
    if (invite.isEmpty()) {
      throw in.refused("invite", "At least one must be invited.");
    }
    return invite;
  }

  /** {@code POST /sessions/{id}/reopen}; the body may be left out. */
  public static Command.Reopen reopen(byte[] body, String id, Handle caller) {
    ReopenShape shape = Bodies.readOptional(body, in -> ReopenShape.read(in, caller));
    return new Command.Reopen(session(id), caller, shape.invite(), shape.initialMessage());
  }

  /** {@code POST /sessions/{id}/join}; the body may be left out. */
  public static Command.Join join(byte[] body, String id, Handle caller) {
    Bodies.readNothing(body);
    return new Command.Join(session(id), caller);
  }

  /** {@code POST /sessions/{id}/leave}; the body may be left out. */
  public static Command.Leave leave(byte[] body, String id, Handle caller) {
    Bodies.readNothing(body);
    return new Command.Leave(session(id), caller);
  }

  /** {@code POST /sessions/{id}/end}; the body may be left out. */
  public static Command.End end(byte[] body, String id, Handle caller) {
    Bodies.readNothing(body);
    return new Command.End(session(id), caller);
  }

  /** Any other call without a body: nothing, or {@code {}}. */
  public static void none(byte[] body) {
    Bodies.readNothing(body);
  }

  /** The session that the path names; what is no session id is not found. */
  public static SessionId session(String id) {
    return SessionId.parse(id).orElseThrow(() -> new Refusal.NotFound().thrown());
  }
}
