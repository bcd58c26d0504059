package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.refusal.Refusal;
import java.util.List;
import java.util.Optional;

/** Who may reopen an ended session, and with whom (protocol section 3). */
final class Reopening {

  private Reopening() {}

  static Decision decide(SessionState state, Command.Reopen reopen, Facts facts) {
    Optional<Member> caller = state.member(reopen.by());
    if (caller.isEmpty()) {
      return Decide.refuse(new Refusal.NotFound());
    }
    return switch (state.roster().lifecycle()) {
      case Lifecycle.Active _ ->
          Decide.refuse(
              caller.get().isJoined() ? new Refusal.SessionNotEnded() : new Refusal.NotFound());
      case Lifecycle.Ended ended ->
          mayReopen(caller.get(), ended)
              ? reopen(state, caller.get(), reopen, facts)
              : Decide.refuse(new Refusal.NotFound());
    };
  }

  /**
   * Whom the reopening would invite, before trust is asked; nobody who is not a candidate is ever
   * asked about.
   */
  static List<Handle> wanted(SessionState state, Handle by, Optional<List<Handle>> invite) {
    return invite.orElseGet(() ->
        state.roster().members().all().stream()
            .filter(Member::isJoined)
            .map(Member::handle)
            .filter(handle -> !handle.equals(by))
            .toList());
  }

  private static boolean mayReopen(Member caller, Lifecycle.Ended ended) {
    return switch (caller.standing()) {
      case Standing.Joined _ -> true;
      case Standing.Invited _ -> false;
      case Standing.Left left ->
          switch (left.how()) {
            // (a) the invitee of a send-and-end session answers
            case ENDED -> ended.sendAndEnd();
            // (b) its own going is what ended the session
            case LEFT, GRACE_EXPIRED -> left.sequence() >= ended.commit();
            case FORCED, NOT_READMITTED -> false;
          };
    };
  }

  private static Decision reopen(
      SessionState state, Member caller, Command.Reopen reopen, Facts facts) {
    List<Handle> wanted = wanted(state, reopen.by(), reopen.invite());
    List<Handle> admitted = Admission.to(List.of(), wanted, facts.contacts());
    boolean named = reopen.invite().isPresent() && !wanted.isEmpty();
    if (named && admitted.isEmpty()) {
      return Decide.refuse(new Refusal.NotFound());
    }
    Members members = state.roster().members();
    if (Admission.overflows(members, admitted)) {
      return Decide.refuse(new Refusal.SessionFull());
    }
    List<Handle> readmitted =
        admitted.stream().filter(handle -> members.find(handle).isPresent()).toList();
    Draft draft = Draft.after(state, facts);
    Stint previous = caller.isJoined() ? caller.stint().until(draft.next() - 1) : caller.stint();
    draft.add(new Payload.Reopened(reopen.by(), readmitted, new Becoming(facts.epoch(), previous)));
    for (Handle invitee : admitted) {
      draft.add(
          new Payload.Invited(invitee, reopen.by(), state.roster().topic(), Optional.empty()));
    }
    reopen
        .initialMessage()
        .ifPresent(body -> draft.add(new Payload.Message(reopen.by(), body, Optional.empty())));
    return draft.done();
  }
}
