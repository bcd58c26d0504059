package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Reading.Person;
import io.github.aspoperator.session.Reading.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sections 2 and 3 once more, written from their words: the answer and the events that a command
 * must get on a log. What is decided is held against this.
 */
record Rules(Reading log, Ties ties, Optional<String> topic) {

  private static final Outcome NOT_FOUND = Outcome.refused("NOT_FOUND");
  private static final Outcome SESSION_ENDED = Outcome.refused("SESSION_ENDED");

  Outcome answer(Command.Existing command) {
    return switch (command) {
      case Command.Send(_, var sender, _, _, _) ->
          ifJoined(sender, () -> Outcome.ok("message of " + sender.name()));
      case Command.Leave(_, var agent) -> ifJoined(agent, () -> goes(agent, "left"));
      case Command.End(_, var agent) ->
          ifJoined(agent, () -> Outcome.ok("ended by " + agent.name()));
      case Command.Invite(_, var by, var invite) ->
          ifJoined(
              by,
              () ->
                  new Outcome("ok", invitations(by, admitted(by, invite, log.active().toList()))));
      case Command.Join(_, var agent) -> join(agent);
      case Command.Reopen reopen -> reopen(reopen);
      case Command.ForceLeave(_, var blocker, var blocked) -> forceLeave(blocker, blocked);
      case Command.Withdraw(_, var agent) ->
          log.isEnded() || !log.isActive(agent) ? Outcome.ok() : goes(agent, "left");
      case Command.Attend attend -> attend(attend);
    };
  }

  private Outcome ifJoined(Handle agent, Supplier<Outcome> then) {
    if (!log.is(agent, Status.JOINED)) {
      return NOT_FOUND;
    }
    return log.isEnded() ? SESSION_ENDED : then.get();
  }

  private Outcome goes(Handle agent, String reason) {
    String left = agent.name() + " " + reason;
    return log.active().anyMatch(other -> !other.equals(agent))
        ? Outcome.ok(left)
        : Outcome.ok(left, "ended");
  }

  private List<Handle> admitted(Handle caller, List<Handle> wanted, List<Handle> present) {
    List<Handle> beside = new ArrayList<>(present);
    List<Handle> admitted = new ArrayList<>();
    for (Handle x : wanted) {
      boolean free = beside.stream().noneMatch(other -> ties.apart(x, other));
      if (!present.contains(x) && ties.reachable(caller, x) && free) {
        admitted.add(x);
        beside.add(x);
      }
    }
    return admitted;
  }

  private List<String> invitations(Handle by, List<Handle> invitees) {
    String about = topic.map(text -> " about " + text).orElse("");
    return invitees.stream().map(x -> x.name() + " invited by " + by.name() + about).toList();
  }

  private Outcome join(Handle agent) {
    Person person = log.people.get(agent);
    if (person == null) {
      return NOT_FOUND;
    }
    return switch (person.status) {
      case JOINED -> log.isEnded() ? SESSION_ENDED : Outcome.ok();
      case LEFT_BY_END -> log.isEnded() ? SESSION_ENDED : NOT_FOUND;
      case LEFT, EXPIRED, FORCED, LEFT_BY_REOPENING -> NOT_FOUND;
      case INVITED ->
          log.active().anyMatch(other -> ties.blocked(other, agent))
              ? NOT_FOUND
              : Outcome.ok(agent.name() + " joined");
    };
  }

  private Outcome reopen(Command.Reopen reopen) {
    Person person = log.people.get(reopen.by());
    boolean joined = person != null && person.status == Status.JOINED;
    if (person == null || (!log.isEnded() && !joined)) {
      return NOT_FOUND;
    }
    if (!log.isEnded()) {
      return Outcome.refused("SESSION_NOT_ENDED");
    }
    boolean answers = person.status == Status.LEFT_BY_END && log.endedIn == 0 && !log.reopenedEver;
    boolean itsGoingEndedIt =
        (person.status == Status.LEFT || person.status == Status.EXPIRED)
            && person.commit == log.endedIn;
    if (!joined && !answers && !itsGoingEndedIt) {
      return NOT_FOUND;
    }
    List<Handle> wanted =
        reopen.invite().orElseGet(() -> log.joined().filter(h -> !h.equals(reopen.by())).toList());
    List<Handle> admitted = admitted(reopen.by(), wanted, List.of());
    boolean named = reopen.invite().filter(list -> !list.isEmpty()).isPresent();
    if (named && admitted.isEmpty()) {
      return NOT_FOUND;
    }
    Stream<String> said =
        reopen.initialMessage().stream().map(_ -> "message of " + reopen.by().name());
    return new Outcome(
        "ok",
        Stream.of(
                Stream.of("reopened by " + reopen.by().name()),
                invitations(reopen.by(), admitted).stream(),
                said)
            .flatMap(events -> events)
            .toList());
  }

  private Outcome forceLeave(Handle blocker, Handle blocked) {
    if (log.isEnded() || !log.isActive(blocker) || !log.isActive(blocked)) {
      return Outcome.ok();
    }
    String left = blocked.name() + " left";
    List<Handle> two = List.of(blocker, blocked);
    return log.active().allMatch(two::contains) ? Outcome.ok(left, "ended") : Outcome.ok(left);
  }

  private Outcome attend(Command.Attend attend) {
    Handle agent = attend.agent();
    if (log.isEnded() || !log.is(agent, Status.JOINED)) {
      return Outcome.ok();
    }
    Person person = log.people.get(agent);
    if (person == null || attend.expiredThrough() > person.epoch) {
      return goes(agent, "grace_expired");
    }
    if (person.away) {
      return attend.online() ? Outcome.ok(agent.name() + " reconnected") : Outcome.ok();
    }
    boolean dropped = !attend.online() && attend.epoch() > person.epoch;
    return dropped ? Outcome.ok(agent.name() + " disconnected") : Outcome.ok();
  }
}
