package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionIndex;
import java.util.ArrayList;
import java.util.List;

/** Which chores a pass has: pure. */
final class ChoreList {

  private ChoreList() {}

  /** The agent's entries of the index. */
  static List<Chore> beforePresence(Pass pass) {
    return pass.changesRoster() ? entries(pass) : List.of();
  }

  /**
   * Step 4, in its order: connections, keys, then what others may have written meanwhile, then the
   * laggards.
   */
  static List<Chore> beforeHead(Pass pass, Progress progress) {
    List<Chore> chores = new ArrayList<>(progress.chores());
    List<Commit> keyed = pass.commits().stream().filter(c -> c.keyed().isPresent()).toList();
    if (!keyed.isEmpty()) {
      chores.add(new Chore.RememberKeys(keyed));
    }
    if (pass.changesRoster()) {
      chores.addAll(secondLooks(pass));
    }
    progress.owed().forEach((member, mark) -> chores.add(new Chore.PutLag(pass, member, mark)));
    return chores;
  }

  /** Step 6. */
  static List<Chore> afterHead(Pass pass, Progress progress, MemberBits lagging) {
    Roster roster = pass.end().roster();
    if (pass.lookAtAll()) {
      return everyLaggard(roster, lagging);
    }
    return progress.owed().keySet().stream()
        .sorted()
        .<Chore>map(member -> new Chore.LookAtLaggard(pass.handle(member)))
        .toList();
  }

  /** Everybody who is owed something. */
  static List<Chore> everyLaggard(Roster roster, MemberBits lagging) {
    return roster.members().all().stream()
        .filter(member -> lagging.has(member.index()))
        .<Chore>map(member -> new Chore.LookAtLaggard(member.handle()))
        .toList();
  }

  /**
   * Entries of the index for everybody whose part in the session the pass has changed, also when it
   * has changed back: another pass, or one that died, may have noted what was in between.
   */
  private static List<Chore> entries(Pass pass) {
    Roster after = pass.end().roster();
    List<Chore> chores = new ArrayList<>();
    for (Member member : after.members().all()) {
      if (pass.before().isEmpty() || changes(pass, member.handle())) {
        boolean current = after.isActive() && member.isActive();
        chores.add(
            new Chore.Index(
                new SessionIndex.Entry(member.handle(), pass.session(), after.through(), current)));
      }
    }
    return chores;
  }

  /** Whether an event of the pass brings {@code agent} in or takes it out. */
  private static boolean changes(Pass pass, Handle agent) {
    return pass.commits().stream()
        .flatMap(commit -> commit.events().stream())
        .map(SessionEvent::payload)
        .anyMatch(payload ->
            switch (payload) {
              case Payload.Invited invited -> invited.invitee().equals(agent);
              case Payload.Left left -> left.agent().equals(agent);
              case Payload.Ended _, Payload.Reopened _ -> true;
              case Payload.Joined _,
                  Payload.Disconnected _,
                  Payload.Reconnected _,
                  Payload.Message _ ->
                  false;
            });
  }

  private static List<Chore> secondLooks(Pass pass) {
    List<Chore> chores = new ArrayList<>();
    Roster roster = pass.end().roster();
    if (roster.isActive() && pass.commits().stream().anyMatch(ChoreList::bringsSomebodyIn)) {
      List<Handle> active = roster.members().active().map(Member::handle).toList();
      chores.add(new Chore.LookAtBlocks(pass.session(), active));
      chores.add(new Chore.LookAtRemoved(pass.session(), active));
    }
    for (Commit commit : pass.commits()) {
      commit
          .genesis()
          .ifPresent(genesis ->
              chores.add(
                  new Chore.LookAtEpoch(pass.session(), genesis.creator(), genesis.epoch())));
      for (SessionEvent event : commit.events()) {
        switch (event.payload()) {
          case Payload.Joined joined ->
              chores.add(
                  new Chore.LookAtEpoch(pass.session(), joined.agent(), joined.becoming().epoch()));
          case Payload.Reopened reopened ->
              chores.add(
                  new Chore.LookAtEpoch(
                      pass.session(), reopened.by(), reopened.becoming().epoch()));
          case Payload.Invited _,
              Payload.Disconnected _,
              Payload.Reconnected _,
              Payload.Left _,
              Payload.Message _,
              Payload.Ended _ -> {}
        }
      }
    }
    return chores;
  }

  private static boolean bringsSomebodyIn(Commit commit) {
    return commit.genesis().isPresent()
        || commit.events().stream()
            .anyMatch(event ->
                event.payload() instanceof Payload.Invited
                    || event.payload() instanceof Payload.Joined
                    || event.payload() instanceof Payload.Reopened);
  }
}
