package io.github.aspoperator.smallworld;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Command;
import java.util.List;
import java.util.Optional;

/** Something that a writer does. */
sealed interface Act {

  /** Decided and put in the log at once: whoever loses the put only does so later. */
  record Says(Command command) implements Act {}

  /** A call, held between its port calls. */
  record Calls(Errand errand) implements Act {}

  static Says create(Handle creator) {
    return new Says(
        new Command.Create(
            creator, List.of(), Optional.empty(), Optional.of(body()), false, Optional.empty()));
  }

  static Says invite(Handle by, Handle invitee) {
    return new Says(new Command.Invite(Cast.session(0), by, List.of(invitee)));
  }

  static Says inviteToOther(Handle by, Handle invitee) {
    return new Says(new Command.Invite(Cast.session(1), by, List.of(invitee)));
  }

  static Says join(Handle agent) {
    return new Says(new Command.Join(Cast.session(0), agent));
  }

  static Says message(Handle sender) {
    return new Says(
        new Command.Send(Cast.session(0), sender, body(), Optional.empty(), Optional.empty()));
  }

  static Says messageToOther(Handle sender) {
    return new Says(
        new Command.Send(Cast.session(1), sender, body(), Optional.empty(), Optional.empty()));
  }

  static Says leave(Handle agent) {
    return new Says(new Command.Leave(Cast.session(0), agent));
  }

  static Says end(Handle agent) {
    return new Says(new Command.End(Cast.session(0), agent));
  }

  /** Reopens the session; {@code invite} are invited. */
  static Says reopen(Handle by, Handle... invite) {
    return new Says(
        new Command.Reopen(Cast.session(0), by, Optional.of(List.of(invite)), Optional.empty()));
  }

  static Calls callJoin(int session, Handle agent) {
    return new Calls(new Errand.Join(new Command.Join(Cast.session(session), agent)));
  }

  static Calls callInvite(Handle by, Handle invitee) {
    return new Calls(new Errand.Invite(new Command.Invite(Cast.session(0), by, List.of(invitee))));
  }

  static Calls block(Handle blocker, Handle blocked) {
    return new Calls(new Errand.Block(blocker, blocked));
  }

  static Calls replaceToken(Handle agent) {
    return new Calls(new Errand.ReplaceToken(agent));
  }

  static Calls remove(Handle agent) {
    return new Calls(new Errand.Remove(agent));
  }

  private static Body body() {
    return new Body(RawJson.of("\"hello\""), Optional.empty());
  }
}
