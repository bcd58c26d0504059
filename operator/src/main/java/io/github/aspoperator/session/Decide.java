package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.trust.Contacts;
import java.util.List;
import java.util.Optional;

/**
 * Commands into events, or a refusal: pure. The table of verb, status and state of protocol section
 * 3 stands here, once.
 */
public final class Decide {

  private static final Refusal NOT_FOUND = new Refusal.NotFound();

  private Decide() {}

  /** Creates {@code session}. */
  public static Decision create(SessionId session, Command.Create create, Facts facts) {
    List<Handle> admitted = Admission.to(List.of(), create.invite(), facts.contacts());
    if (admitted.isEmpty() && !create.invite().isEmpty()) {
      return refuse(NOT_FOUND);
    }
    Draft draft = Draft.genesis(session, facts).keyed(create.keyed());
    create
        .initialMessage()
        .ifPresent(
            body -> draft.add(new Payload.Message(create.creator(), body, Optional.empty())));
    Optional<SessionEvent> inline =
        create.endAfterSend() ? Optional.of(draft.event(0)) : Optional.empty();
    for (Handle invitee : admitted) {
      draft.add(new Payload.Invited(invitee, create.creator(), create.topic(), inline));
    }
    if (create.endAfterSend()) {
      draft.add(new Payload.Ended(Optional.of(create.creator()), admitted));
    }
    return draft.done(
        Optional.of(new Commit.Genesis(create.creator(), create.topic(), facts.epoch())));
  }

  /** Decides {@code command} on {@code state}. */
  public static Decision on(SessionState state, Command.Existing command, Facts facts) {
    return switch (command) {
      case Command.Join join -> join(state, join, facts);
      case Command.Invite invite -> invite(state, invite, facts);
      case Command.Send send -> send(state, send, facts);
      case Command.Leave leave -> asJoined(state, leave.agent(), () -> leave(state, leave, facts));
      case Command.End end -> asJoined(state, end.agent(), () -> end(state, end, facts));
      case Command.Reopen reopen -> Reopening.decide(state, reopen, facts);
      case Command.ForceLeave force -> forceLeave(state, force, facts);
      case Command.Withdraw withdraw -> withdraw(state, withdraw, facts);
      case Command.Attend attend -> attend(state, attend, facts);
    };
  }

  private static Decision join(SessionState state, Command.Join join, Facts facts) {
    Optional<Member> found = state.member(join.agent());
    if (found.isEmpty()) {
      return refuse(NOT_FOUND);
    }
    Member member = found.get();
    return switch (member.standing()) {
      case Standing.Joined _ ->
          state.roster().isActive() ? new Decision.Nothing() : refuse(new Refusal.SessionEnded());
      case Standing.Left left ->
          !state.roster().isActive() && left.how() == Departure.ENDED
              ? refuse(new Refusal.SessionEnded())
              : refuse(NOT_FOUND);
      case Standing.Invited _ ->
          isBlockedBySomebody(state, member, facts.contacts())
              ? refuse(NOT_FOUND)
              : Draft.after(state, facts)
                  .add(
                      new Payload.Joined(join.agent(), new Becoming(facts.epoch(), member.stint())))
                  .done();
    };
  }

  private static boolean isBlockedBySomebody(SessionState state, Member member, Contacts contacts) {
    return state
        .roster()
        .members()
        .active()
        .anyMatch(other -> contacts.blocks(other.handle(), member.handle()));
  }

  private static Decision invite(SessionState state, Command.Invite invite, Facts facts) {
    return asJoined(
        state,
        invite.by(),
        () -> {
          Members members = state.roster().members();
          List<Handle> wanted =
              invite.invite().stream()
                  .filter(handle -> members.find(handle).map(m -> !m.isActive()).orElse(true))
                  .toList();
          List<Handle> present = members.active().map(Member::handle).toList();
          List<Handle> admitted = Admission.to(present, wanted, facts.contacts());
          if (Admission.overflows(members, admitted)) {
            return refuse(new Refusal.SessionFull());
          }
          Draft draft = Draft.after(state, facts);
          for (Handle invitee : admitted) {
            draft.add(
                new Payload.Invited(
                    invitee, invite.by(), state.roster().topic(), Optional.empty()));
          }
          return draft.done();
        });
  }

  private static Decision send(SessionState state, Command.Send send, Facts facts) {
    return asJoined(
        state,
        send.sender(),
        () ->
            Draft.after(state, facts)
                .keyed(send.keyed())
                .add(new Payload.Message(send.sender(), send.body(), send.bodyKey()))
                .done());
  }

  private static Decision leave(SessionState state, Command.Leave leave, Facts facts) {
    return depart(state, leave.agent(), Departure.LEFT, facts);
  }

  private static Decision end(SessionState state, Command.End end, Facts facts) {
    List<Handle> invitees =
        state.roster().members().active().filter(Member::isInvited).map(Member::handle).toList();
    return Draft.after(state, facts)
        .add(new Payload.Ended(Optional.of(end.agent()), invitees))
        .done();
  }

  private static Decision forceLeave(SessionState state, Command.ForceLeave force, Facts facts) {
    if (!isActiveIn(state, force.blocker()) || !isActiveIn(state, force.blocked())) {
      return new Decision.Nothing();
    }
    Draft draft = Draft.after(state, facts);
    draft.add(new Payload.Left(force.blocked(), Departure.FORCED));
    boolean third =
        state
            .roster()
            .members()
            .active()
            .anyMatch(
                m -> !m.handle().equals(force.blocker()) && !m.handle().equals(force.blocked()));
    if (!third) {
      List<Handle> invitees =
          state.member(force.blocker()).filter(Member::isInvited).stream()
              .map(Member::handle)
              .toList();
      draft.add(new Payload.Ended(Optional.empty(), invitees));
    }
    return draft.done();
  }

  private static Decision withdraw(SessionState state, Command.Withdraw withdraw, Facts facts) {
    return isActiveIn(state, withdraw.agent())
        ? depart(state, withdraw.agent(), Departure.FORCED, facts)
        : new Decision.Nothing();
  }

  /** The presence rule of one participant; see {@code docs/architecture.md}, "Presence". */
  private static Decision attend(SessionState state, Command.Attend attend, Facts facts) {
    Optional<Member> member = state.member(attend.agent());
    if (!state.roster().isActive()
        || member.isEmpty()
        || !(member.get().standing() instanceof Standing.Joined joined)) {
      return new Decision.Nothing();
    }
    if (attend.expiredThrough() > joined.epoch()) {
      return depart(state, attend.agent(), Departure.GRACE_EXPIRED, facts);
    }
    Draft draft = Draft.after(state, facts);
    if (joined.away() && attend.online()) {
      draft.add(new Payload.Reconnected(attend.agent()));
    } else if (!joined.away() && !attend.online() && attend.epoch() > joined.epoch()) {
      draft.add(new Payload.Disconnected(attend.agent()));
    }
    return draft.done();
  }

  /** {@code agent} leaves, and the session ends when nobody is joined or invited any more. */
  private static Decision depart(SessionState state, Handle agent, Departure how, Facts facts) {
    Draft draft = Draft.after(state, facts).add(new Payload.Left(agent, how));
    boolean alone = state.roster().members().active().allMatch(m -> m.handle().equals(agent));
    if (alone) {
      draft.add(new Payload.Ended(Optional.empty(), List.of()));
    }
    return draft.done();
  }

  private static boolean isActiveIn(SessionState state, Handle agent) {
    return state.roster().isActive() && state.member(agent).filter(Member::isActive).isPresent();
  }

  /** The row of the table that messages, invite, leave and end share. */
  private static Decision asJoined(
      SessionState state, Handle agent, java.util.function.Supplier<Decision> then) {
    if (state.member(agent).filter(Member::isJoined).isEmpty()) {
      return refuse(NOT_FOUND);
    }
    return state.roster().isActive() ? then.get() : refuse(new Refusal.SessionEnded());
  }

  static Decision refuse(Refusal refusal) {
    return new Decision.Refuse(refusal);
  }
}
