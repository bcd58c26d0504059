package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one agent may see of a session, and in which orders: found out from the words of the
 * protocol (section 5), on purpose not by what the operator calls for it.
 */
public final class Truth {

  private enum Part {
    NONE,
    INVITED,
    JOINED,
    LEFT
  }

  private final Handle agent;
  private final List<Long> seenAsJoined = new ArrayList<>(List.of(0L));
  private final Set<Long> own = new HashSet<>();
  private final List<Long> becomings = new ArrayList<>();
  private Part part = Part.NONE;
  private long seen;
  private long ended;

  private Truth(Handle agent) {
    this.agent = agent;
  }

  /** Of {@code agent} in a session with these commits. */
  public static Truth of(Handle agent, List<Commit> commits) {
    Truth truth = new Truth(agent);
    commits.forEach(truth::read);
    return truth;
  }

  /** How long the log is. */
  public long length() {
    return seenAsJoined.size() - 1L;
  }

  /** Whether it may see {@code sequence} once the log is {@code log} long. */
  public boolean isVisible(long sequence, long log) {
    return sequence <= log && (sequence <= seenAsJoined.get((int) log) || own.contains(sequence));
  }

  /** All it may see once the log is {@code log} long, rising. */
  public List<Long> visible(long log) {
    List<Long> all = new ArrayList<>();
    for (long sequence = 1; sequence <= log; sequence++) {
      if (isVisible(sequence, log)) {
        all.add(sequence);
      }
    }
    return all;
  }

  /**
   * Whether {@code handed}, first arrivals only, is in order and without a gap: between two
   * becomings-joined rising; becoming joined opens a run of everything up to there that was never
   * handed over (invariant 2).
   */
  public boolean isInOrder(List<Long> handed) {
    return isInOrder(handed, 0, 0);
  }

  private boolean isInOrder(List<Long> handed, int from, long becoming) {
    long next = becomings.stream().filter(j -> j > becoming).findFirst().orElse(Long.MAX_VALUE);
    List<Long> course = new ArrayList<>();
    for (long e = becoming + 1; e < Math.min(next, length() + 1); e++) {
      if (isVisible(e, e)) {
        course.add(e);
      }
    }
    for (int taken = 0; taken <= course.size(); taken++) {
      int end = from + taken;
      if (end > handed.size() || !handed.subList(from, end).equals(course.subList(0, taken))) {
        return false;
      }
      if (end == handed.size() || (next <= length() && runFits(handed, end, next))) {
        return true;
      }
    }
    return false;
  }

  private boolean runFits(List<Long> handed, int from, long joining) {
    Set<Long> before = new HashSet<>(handed.subList(0, from));
    List<Long> run = new ArrayList<>();
    for (long e = 1; e <= joining; e++) {
      if (!before.contains(e)) {
        run.add(e);
      }
    }
    int taken = Math.min(run.size(), handed.size() - from);
    return handed.subList(from, from + taken).equals(run.subList(0, taken))
        && (taken < run.size() || isInOrder(handed, from + taken, joining));
  }

  private void read(Commit commit) {
    if (commit.genesis().filter(g -> g.creator().equals(agent)).isPresent()) {
      part = Part.JOINED;
    }
    for (SessionEvent event : commit.events()) {
      read(event, commit);
      if (part == Part.JOINED) {
        seen = event.sequence();
      }
      seenAsJoined.add(seen);
    }
  }

  private void read(SessionEvent event, Commit commit) {
    long at = event.sequence();
    switch (event.payload()) {
      case Payload.Invited invited when invited.invitee().equals(agent) -> {
        own.add(at);
        part = Part.INVITED;
      }
      case Payload.Joined joined when joined.agent().equals(agent) -> become(at);
      case Payload.Left left when left.agent().equals(agent) -> left(at);
      case Payload.Ended _ -> ended(at);
      case Payload.Reopened reopened -> reopened(at, reopened, commit);
      case Payload.Invited _,
          Payload.Joined _,
          Payload.Left _,
          Payload.Disconnected _,
          Payload.Reconnected _,
          Payload.Message _ -> {}
    }
  }

  private void become(long at) {
    becomings.add(at);
    part = Part.JOINED;
  }

  private void left(long at) {
    if (part == Part.JOINED) {
      seen = at;
    } else {
      own.add(at);
    }
    part = Part.LEFT;
  }

  private void ended(long at) {
    ended = at;
    if (part == Part.INVITED) {
      own.add(at);
      part = Part.LEFT;
    }
  }

  private void reopened(long at, Payload.Reopened reopened, Commit commit) {
    if (reopened.by().equals(agent)) {
      become(at);
      return;
    }
    if (part == Part.NONE) {
      return;
    }
    if (part == Part.JOINED) {
      seen = ended;
    }
    if (isReadmitted(commit)) {
      own.add(at);
    }
    part = Part.LEFT;
  }

  private boolean isReadmitted(Commit commit) {
    return commit.events().stream()
        .anyMatch(
            e -> e.payload() instanceof Payload.Invited invited && invited.invitee().equals(agent));
  }
}
