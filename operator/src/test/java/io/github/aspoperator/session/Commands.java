package io.github.aspoperator.session;

import static io.github.aspoperator.session.Cast.SESSION;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.Handle;
import java.util.List;
import java.util.Optional;

/** The verbs, short. */
public final class Commands {

  /** What everybody always says. */
  public static final Body BODY = new Body(RawJson.of("\"hello\""), Optional.empty());

  private Commands() {}

  public static Command.Create open(Handle creator, Handle... invite) {
    return new Command.Create(
        creator, List.of(invite), Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  public static Command.Create sendAndEnd(Handle creator, Handle... invite) {
    return new Command.Create(
        creator, List.of(invite), Optional.empty(), Optional.of(BODY), true, Optional.empty());
  }

  public static Command.Join join(Handle agent) {
    return new Command.Join(SESSION, agent);
  }

  public static Command.Invite invite(Handle by, Handle... invite) {
    return new Command.Invite(SESSION, by, List.of(invite));
  }

  public static Command.Send send(Handle sender) {
    return new Command.Send(SESSION, sender, BODY, Optional.empty(), Optional.empty());
  }

  public static Command.Leave leave(Handle agent) {
    return new Command.Leave(SESSION, agent);
  }

  public static Command.End end(Handle agent) {
    return new Command.End(SESSION, agent);
  }

  /** With everyone who was joined at the end. */
  public static Command.Reopen reopen(Handle by) {
    return new Command.Reopen(SESSION, by, Optional.empty(), Optional.empty());
  }

  /** With those named. */
  public static Command.Reopen reopenWith(Handle by, Handle... invite) {
    return new Command.Reopen(SESSION, by, Optional.of(List.of(invite)), Optional.empty());
  }

  public static Command.ForceLeave forceLeave(Handle blocker, Handle blocked) {
    return new Command.ForceLeave(SESSION, blocker, blocked);
  }

  public static Command.Withdraw withdraw(Handle agent) {
    return new Command.Withdraw(SESSION, agent);
  }

  /** The presence rule for an agent that has dropped once since it joined. */
  public static Command.Attend away(Handle agent) {
    return new Command.Attend(SESSION, agent, false, 1, 0);
  }

  public static Command.Attend back(Handle agent) {
    return new Command.Attend(SESSION, agent, true, 1, 0);
  }

  public static Command.Attend graceOver(Handle agent) {
    return new Command.Attend(SESSION, agent, false, 1, 1);
  }
}
