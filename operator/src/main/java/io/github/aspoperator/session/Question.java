package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import java.util.List;
import java.util.Optional;

/**
 * What trust has to be asked before a command can be decided: pure.
 *
 * @param caller who contacts
 * @param candidates whom
 * @param present who takes part already
 */
public record Question(Handle caller, List<Handle> candidates, List<Handle> present) {

  /** The question of a create. */
  public static Question of(Command.Create create) {
    return new Question(create.creator(), create.invite(), List.of());
  }

  /**
   * The question of {@code command} on {@code state}, if it contacts anybody and is not refused
   * anyway.
   */
  public static Optional<Question> of(SessionState state, Command.Existing command) {
    return switch (command) {
      case Command.Join join -> ofJoin(state, join.agent());
      case Command.Invite invite -> ofInvite(state, invite);
      case Command.Reopen reopen ->
          state.member(reopen.by()).isEmpty() || state.roster().isActive()
              ? Optional.empty()
              : Optional.of(
                  new Question(
                      reopen.by(),
                      Reopening.wanted(state, reopen.by(), reopen.invite()),
                      List.of()));
      case Command.Send _,
          Command.Leave _,
          Command.End _,
          Command.ForceLeave _,
          Command.Withdraw _,
          Command.Attend _ ->
          Optional.empty();
    };
  }

  private static Optional<Question> ofJoin(SessionState state, Handle agent) {
    return state.member(agent).filter(Member::isInvited).isPresent()
        ? Optional.of(new Question(agent, List.of(), active(state)))
        : Optional.empty();
  }

  private static Optional<Question> ofInvite(SessionState state, Command.Invite invite) {
    boolean mayInvite =
        state.roster().isActive() && state.member(invite.by()).filter(Member::isJoined).isPresent();
    if (!mayInvite) {
      return Optional.empty();
    }
    List<Handle> candidates =
        invite.invite().stream()
            .filter(handle -> state.member(handle).filter(Member::isActive).isEmpty())
            .toList();
    return Optional.of(new Question(invite.by(), candidates, active(state)));
  }

  private static List<Handle> active(SessionState state) {
    return state.roster().members().active().map(Member::handle).toList();
  }
}
