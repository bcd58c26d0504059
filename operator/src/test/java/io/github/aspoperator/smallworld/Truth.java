package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What one agent may see of a log, and in which orders it may be handed it: found out from the
 * words of the protocol (section 5), on purpose not by what the operator calls for it.
 */
final class Truth {

  private final List<List<Long>> visible;
  private final List<Long> becomings;

  private Truth(List<List<Long>> visible, List<Long> becomings) {
    this.visible = visible;
    this.becomings = becomings;
  }

  static Truth of(Handle agent, List<Commit> commits) {
    Reader reader = new Reader(agent);
    commits.forEach(reader::read);
    return new Truth(reader.visible, reader.becomings);
  }

  /** All that is visible at the end of the log, rising. */
  List<Long> all() {
    return visible.getLast();
  }

  /** Whether the agent may see {@code sequence} at all, as the log now is. */
  boolean allows(long sequence) {
    return all().contains(sequence);
  }

  /**
   * Whether {@code handed}, first arrivals only, is in order and without a gap: between two
   * becomings-joined rising; becoming joined opens a run of everything up to there that was never
   * handed over.
   */
  boolean inOrder(List<Long> handed) {
    return inOrder(handed, 0, 0);
  }

  /** The same for what follows the first {@code from}, the last becoming of which is given. */
  private boolean inOrder(List<Long> handed, int from, long becoming) {
    long next = becomings.stream().filter(j -> j > becoming).findFirst().orElse(Long.MAX_VALUE);
    List<Long> course = new ArrayList<>();
    for (long e = becoming + 1; e < Math.min(next, visible.size()); e++) {
      if (visible.get((int) e).contains(e)) {
        course.add(e);
      }
    }
    for (int taken = 0; taken <= course.size(); taken++) {
      int end = from + taken;
      if (end > handed.size() || !handed.subList(from, end).equals(course.subList(0, taken))) {
        return false;
      }
      if (end == handed.size()) {
        return true;
      }
      if (next < visible.size() && runFits(handed, end, next)) {
        return true;
      }
    }
    return false;
  }

  private boolean runFits(List<Long> handed, int from, long joining) {
    List<Long> run = new ArrayList<>();
    for (long e = 1; e <= joining; e++) {
      if (!handed.subList(0, from).contains(e)) {
        run.add(e);
      }
    }
    int taken = Math.min(run.size(), handed.size() - from);
    boolean fits = handed.subList(from, from + taken).equals(run.subList(0, taken));
    return fits && (taken < run.size() || inOrder(handed, from + taken, joining));
  }

  /** Reads a log from its beginning. */
  private static final class Reader {

    private enum Part {
      NONE,
      INVITED,
      JOINED,
      LEFT
    }

    private final Handle agent;
    private final List<List<Long>> visible = new ArrayList<>(List.of(List.of()));
    private final List<Long> becomings = new ArrayList<>();
    private final List<Long> own = new ArrayList<>();
    private Part part = Part.NONE;
    private long seenAsJoined;
    private long ended;

    Reader(Handle agent) {
      this.agent = agent;
    }

    void read(Commit commit) {
      if (commit.genesis().filter(g -> g.creator().equals(agent)).isPresent()) {
        part = Part.JOINED;
      }
      for (SessionEvent event : commit.events()) {
        read(event, commit);
        if (part == Part.JOINED) {
          seenAsJoined = event.sequence();
        }
        List<Long> now = new ArrayList<>();
        for (long e = 1; e <= event.sequence(); e++) {
          if (e <= seenAsJoined || own.contains(e)) {
            now.add(e);
          }
        }
        visible.add(List.copyOf(now));
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
        case Payload.Left left when left.agent().equals(agent) -> {
          if (part == Part.JOINED) {
            seenAsJoined = at;
          } else {
            own.add(at);
          }
          part = Part.LEFT;
        }
        case Payload.Ended _ -> {
          ended = at;
          if (part == Part.INVITED) {
            own.add(at);
            part = Part.LEFT;
          }
        }
        case Payload.Reopened reopened -> reopened(at, reopened, commit);
        case Payload.Invited _, Payload.Joined _, Payload.Left _ -> {}
        case Payload.Disconnected _, Payload.Reconnected _, Payload.Message _ -> {}
      }
    }

    private void reopened(long at, Payload.Reopened reopened, Commit commit) {
      if (reopened.by().equals(agent)) {
        become(at);
        return;
      }
      if (part == Part.JOINED) {
        seenAsJoined = ended;
      }
      boolean readmitted =
          part != Part.NONE
              && commit.events().stream()
                  .anyMatch(e ->
                      e.payload() instanceof Payload.Invited invited
                          && invited.invitee().equals(agent));
      if (readmitted) {
        own.add(at);
      }
      if (part != Part.NONE) {
        part = Part.LEFT;
      }
    }

    private void become(long at) {
      becomings.add(at);
      part = Part.JOINED;
    }
  }
}
