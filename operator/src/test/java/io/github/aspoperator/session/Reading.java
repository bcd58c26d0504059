package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The log read in the words of section 3: who stands how, and since when. It shares nothing with
 * the fold, and of what is for the log only it uses nothing but what nobody could see from outside:
 * who was forced, and presence epochs.
 */
public final class Reading {

  /** How somebody stands, and how it came to be left. */
  public enum Status {
    INVITED,
    JOINED,
    LEFT,
    EXPIRED,
    FORCED,
    LEFT_BY_END,
    LEFT_BY_REOPENING;

    public boolean isActive() {
      return this == INVITED || this == JOINED;
    }
  }

  /** One participant. */
  static final class Person {
    Status status = Status.INVITED;
    OptionalLong joinedAt = OptionalLong.empty();
    OptionalLong leftAt = OptionalLong.empty();
    int commit;
    long epoch;
    boolean away;

    private void becomes(Status next, long at, int inCommit) {
      status = next;
      commit = inCommit;
      leftAt = next.isActive() ? OptionalLong.empty() : OptionalLong.of(at);
      if (next == Status.JOINED) {
        joinedAt = OptionalLong.of(at);
        away = false;
      }
    }
  }

  final Map<Handle, Person> people = new LinkedHashMap<>();
  OptionalLong endedAt = OptionalLong.empty();
  boolean reopenedEver;
  int commits;
  int endedIn;

  public static Reading of(List<Commit> log) {
    Reading reading = new Reading();
    log.forEach(reading::hear);
    return reading;
  }

  void hear(Commit commit) {
    commit.genesis().ifPresent(genesis -> joins(genesis.creator(), commit.at(), genesis.epoch()));
    commit.events().forEach(this::hear);
    commits++;
  }

  /** One event; the caller counts commits. */
  public void hear(SessionEvent event) {
    long at = event.createdAt();
    switch (event.payload()) {
      case Payload.Message _ -> {}
      case Payload.Invited invited ->
          person(invited.invitee()).becomes(Status.INVITED, at, commits);
      case Payload.Joined joined -> joins(joined.agent(), at, joined.becoming().epoch());
      case Payload.Disconnected gone -> person(gone.agent()).away = true;
      case Payload.Reconnected back -> person(back.agent()).away = false;
      case Payload.Left left ->
          person(left.agent())
              .becomes(
                  switch (left.how()) {
                    case FORCED -> Status.FORCED;
                    case GRACE_EXPIRED -> Status.EXPIRED;
                    default -> Status.LEFT;
                  },
                  at,
                  commits);
      case Payload.Ended _ -> {
        endedAt = OptionalLong.of(at);
        endedIn = commits;
        all(Status.INVITED).forEach(p -> p.becomes(Status.LEFT_BY_END, at, commits));
      }
      case Payload.Reopened reopened -> {
        endedAt = OptionalLong.empty();
        reopenedEver = true;
        all(Status.JOINED).forEach(p -> p.becomes(Status.LEFT_BY_REOPENING, at, commits));
        joins(reopened.by(), at, reopened.becoming().epoch());
      }
    }
  }

  private void joins(Handle agent, long at, long epoch) {
    Person person = person(agent);
    person.becomes(Status.JOINED, at, commits);
    person.epoch = epoch;
  }

  private Person person(Handle agent) {
    return people.computeIfAbsent(agent, _ -> new Person());
  }

  private List<Person> all(Status status) {
    return people.values().stream().filter(p -> p.status == status).toList();
  }

  boolean isEnded() {
    return endedAt.isPresent();
  }

  public boolean is(Handle agent, Status status) {
    Person person = people.get(agent);
    return person != null && person.status == status;
  }

  boolean isActive(Handle agent) {
    return is(agent, Status.JOINED) || is(agent, Status.INVITED);
  }

  /** Those who are joined or invited. */
  Stream<Handle> active() {
    return people.keySet().stream().filter(this::isActive);
  }

  Stream<Handle> joined() {
    return people.keySet().stream().filter(agent -> is(agent, Status.JOINED));
  }
}
