package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import java.util.List;
import java.util.OptionalLong;

/** Events into state: pure, the only place where the log gets its meaning (protocol section 3). */
public final class Fold {

  private Fold() {}

  /** The state after a genesis commit. */
  public static SessionState begin(Commit commit) {
    Commit.Genesis genesis = commit.genesis().orElseThrow();
    Member creator =
        new Member(
            0,
            genesis.creator(),
            new Standing.Joined(genesis.epoch(), false),
            OptionalLong.of(commit.at()),
            Stint.since(0));
    Roster roster =
        new Roster(
            commit.session(),
            genesis.creator(),
            genesis.topic(),
            commit.at(),
            new Lifecycle.Active(),
            Members.of(List.of(creator)),
            0);
    return events(roster, commit);
  }

  /** The state after {@code commit}, which must be the next one of this session. */
  public static SessionState apply(SessionState state, Commit commit) {
    if (commit.key() != state.nextKey()) {
      throw new IllegalStateException(
          "commit " + commit.key() + " does not follow " + state.sequence());
    }
    return commit.changesRoster()
        ? events(state.roster(), commit)
        : new SessionState(state.roster(), commit.last(), commit.at());
  }

  private static SessionState events(Roster before, Commit commit) {
    Roster roster = before;
    for (SessionEvent event : commit.events()) {
      roster = event(roster, event, commit);
    }
    return new SessionState(roster.through(commit.last()), commit.last(), commit.at());
  }

  private static Roster event(Roster roster, SessionEvent event, Commit commit) {
    return switch (event.payload()) {
      case Payload.Message _ -> roster;
      case Payload.Invited invited -> roster.with(invited(roster.members(), invited.invitee()));
      case Payload.Joined joined ->
          roster.with(
              member(roster, joined.agent())
                  .joined(event.sequence(), event.createdAt(), joined.becoming()));
      case Payload.Disconnected gone -> roster.with(away(member(roster, gone.agent()), true));
      case Payload.Reconnected back -> roster.with(away(member(roster, back.agent()), false));
      case Payload.Left left -> {
        Standing.Left standing = new Standing.Left(event.createdAt(), event.sequence(), left.how());
        yield roster.with(member(roster, left.agent()).left(standing, event.sequence()));
      }
      case Payload.Ended ended -> ended(roster, event, ended, commit);
      case Payload.Reopened reopened -> reopened(roster, event, reopened);
    };
  }

  private static Member invited(Members members, Handle invitee) {
    return members
        .find(invitee)
        .map(known -> known.with(new Standing.Invited()))
        .orElseGet(() ->
            new Member(
                members.size(), invitee, new Standing.Invited(), OptionalLong.empty(), Stint.NONE));
  }

  private static Member member(Roster roster, Handle handle) {
    return roster.members().find(handle).orElseThrow();
  }

  private static Member away(Member member, boolean away) {
    return member.standing() instanceof Standing.Joined joined
        ? member.with(new Standing.Joined(joined.epoch(), away))
        : member;
  }

  private static Roster ended(
      Roster before, SessionEvent event, Payload.Ended ended, Commit commit) {
    Roster roster = before;
    Standing.Left left = new Standing.Left(event.createdAt(), event.sequence(), Departure.ENDED);
    for (Handle invitee : ended.invitees()) {
      roster = roster.with(member(roster, invitee).with(left));
    }
    boolean sendAndEnd = commit.genesis().isPresent();
    return roster.with(
        new Lifecycle.Ended(event.createdAt(), commit.key(), event.sequence(), sendAndEnd));
  }

  private static Roster reopened(Roster before, SessionEvent event, Payload.Reopened reopened) {
    Roster roster = before.with(new Lifecycle.Active());
    long end = event.sequence() - 1;
    Standing.Left left =
        new Standing.Left(event.createdAt(), event.sequence(), Departure.NOT_READMITTED);
    for (Member member : before.members().all()) {
      if (member.isJoined()) {
        roster = roster.with(member.left(left, end));
      }
    }
    Member by = member(roster, reopened.by());
    return roster.with(by.joined(event.sequence(), event.createdAt(), reopened.becoming()));
  }
}
