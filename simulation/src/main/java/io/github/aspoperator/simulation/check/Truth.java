package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.BitSet;
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
    int there = (int) Math.min(log, length());
    return sequence <= there && (sequence <= seenAsJoined.get(there) || own.contains(sequence));
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

  /** How many these are. */
  long count(long log) {
    long joined = seenAsJoined.get((int) log);
    return joined + own.stream().filter(e -> e > joined && e <= log).count();
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
    BitSet before = new BitSet();
    handed.subList(0, from).forEach(e -> before.set(e.intValue()));
    int end = from;
    long e = becoming;
    while (true) {
      if (end == handed.size() || (next <= length() && runFits(handed, end, next, before))) {
        return true;
      }
      do {
        e++;
      } while (e < next && e <= length() && !isVisible(e, e));
      if (e >= next || e > length() || handed.get(end) != e) {
        return false;
      }
      before.set((int) e);
      end++;
    }
  }

  /** Whether behind {@code before} comes all up to {@code joining} that is missing, and so on. */
  private boolean runFits(List<Long> handed, int from, long joining, BitSet before) {
    int end = from;
    for (int e = before.nextClearBit(1); e <= joining; e = before.nextClearBit(e + 1)) {
      if (end == handed.size()) {
        return true;
      }
      if (handed.get(end) != e) {
        return false;
      }
      end++;
    }
    return isInOrder(handed, end, joining);
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
