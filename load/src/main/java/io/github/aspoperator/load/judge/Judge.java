package io.github.aspoperator.load.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Both agents of a session are joined, so each must get 1..last exactly once, rising, and what was
 * accepted in it.
 */
public final class Judge {
  private final Members members;
  private final @Nullable Track[] tracks;
  private final Map<Long, Long> strays = new HashMap<>();
  private long lost;
  private long repeated;
  private long outOfOrder;

  private Judge(Ledger ledger) {
    members = ledger.members();
    tracks = new @Nullable Track[members.slots()];
    for (int slot = 0; slot < tracks.length; slot++) {
      tracks[slot] = members.listens(slot) ? new Track(ledger.last(slot / 2)) : null;
    }
  }

  /** Judges what the ledger holds. */
  public static Verdict of(Ledger ledger) {
    Judge judge = new Judge(ledger);
    for (int agent = 0; agent < ledger.arrivals().length; agent++) {
      judge.arrivals(agent, ledger.arrivals()[agent]);
    }
    judge.missing();
    judge.accepted(ledger.acceptances());
    return new Verdict(judge.lost, judge.repeated, judge.outOfOrder, judge.strays());
  }

  private void arrivals(int agent, Tape tape) {
    for (int i = 0; i < tape.size(); i++) {
      int slot = members.slot(tape.session(i), agent);
      Track track = slot == Members.NOBODY ? null : tracks[slot];
      if (track == null) {
        strays.merge((long) agent << 32 | tape.session(i), 1L, Long::sum);
        continue;
      }
      switch (track.take(tape.sequence(i), tape.mark(i))) {
        case FINE -> {}
        case REPEATED -> repeated++;
        case OUT_OF_ORDER -> outOfOrder++;
      }
    }
  }

  private void missing() {
    for (Track track : tracks) {
      lost += track == null ? 0 : track.missing();
    }
  }

  private void accepted(Tape accepted) {
    for (int i = 0; i < accepted.size(); i++) {
      for (int side = 0; side < 2; side++) {
        Track track = tracks[2 * accepted.session(i) + side];
        if (track != null && track.replaced(accepted.sequence(i), accepted.mark(i))) {
          lost++;
        }
      }
    }
  }

  private List<Verdict.Stray> strays() {
    List<Verdict.Stray> list = new ArrayList<>();
    strays.forEach((key, events) -> {
      int session = key.intValue();
      list.add(new Verdict.Stray((int) (key >> 32), session, members.known(session), events));
    });
    return list;
  }
}
