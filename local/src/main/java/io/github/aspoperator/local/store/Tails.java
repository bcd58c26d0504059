package io.github.aspoperator.local.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fold;
import io.github.aspoperator.session.SessionState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ends of the logs in memory, commits included that are on their way to the disk: so that one
 * group can take several commits of one session. Ends with such commits are always kept, the others
 * as long as there is room.
 *
 * <p>When a group fails, its sessions go back to what is durable. Whoever was shown a state that
 * counted on the lost commits might still append to it and hit a key that somebody else has filled
 * since; so such a session takes no appends for {@link #REST_SECONDS}.
 */
final class Tails {

  private static final int STRIPES = 1_024;
  private static final long MEMBERS_KEPT = 200_000;
  private static final int REST_SECONDS = 5;

  private final Cache<SessionId, SessionState> durable =
      Caffeine.newBuilder()
          .maximumWeight(MEMBERS_KEPT)
          .weigher((SessionId id, SessionState state) -> 4 + state.roster().members().size())
          .build();
  private final Cache<SessionId, Boolean> resting =
      Caffeine.newBuilder()
          .expireAfterWrite(REST_SECONDS, TimeUnit.SECONDS)
          .maximumSize(1_000_000)
          .build();
  private final Stripe[] stripes = new Stripe[STRIPES];
  private final Function<SessionId, Optional<SessionState>> load;
  private final Consumer<Pending> submit;

  /** The sessions whose locks are one, and those of them that have commits under way. */
  private record Stripe(Lock lock, Map<SessionId, Tail> underWay) {}

  /**
   * No ends yet.
   *
   * @param load the end of a durable log
   * @param submit hands a commit that has its place to the writer; called in the order of the log
   */
  Tails(Function<SessionId, Optional<SessionState>> load, Consumer<Pending> submit) {
    this.load = load;
    this.submit = submit;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe(new ReentrantLock(), new HashMap<>());
    }
  }

  /** Gives {@code entry} its place at the end of its log, if that is where it belongs. */
  Spot place(Entry entry) {
    SessionId session = entry.commit().session();
    return locked(session, stripe -> place(entry, session, stripe));
  }

  private Spot place(Entry entry, SessionId session, Stripe stripe) {
    Commit commit = entry.commit();
    Tail tail = stripe.underWay().get(session);
    if (tail != null) {
      for (Pending pending : tail.pending) {
        if (pending.entry.commit().command().equals(commit.command())) {
          return new Spot.Placed(pending);
        }
      }
    }
    Optional<SessionState> end = tail != null ? tail.end() : end(session, commit.key() == 0);
    long next = end.map(SessionState::nextKey).orElse(0L);
    if (commit.key() < next) {
      return tail == null ? new Spot.Past() : past(tail, commit.key());
    }
    if (commit.key() > next || resting.getIfPresent(session) != null) {
      return new Spot.Astray();
    }
    return tail == null
        ? put(entry, stripe, new Tail(), end)
        : behind(entry, tail).orElseGet(() -> put(entry, stripe, tail, end));
  }

  private static Spot past(Tail tail, long key) {
    for (Pending pending : tail.pending) {
      if (key <= pending.after.sequence() && key >= pending.entry.commit().key()) {
        return new Spot.Taken(pending);
      }
    }
    return new Spot.Past();
  }

  /** What must be known before {@code entry} can follow the commits under way. */
  private static Optional<Spot> behind(Entry entry, Tail tail) {
    for (Pending pending : tail.pending) {
      if (pending.entry.sameKey(entry)) {
        return Optional.of(new Spot.Known(pending));
      }
    }
    Pending last = tail.pending.getLast();
    return last.certain ? Optional.empty() : Optional.of(new Spot.Unsure(last));
  }

  private Spot put(Entry entry, Stripe stripe, Tail tail, Optional<SessionState> end) {
    Commit commit = entry.commit();
    SessionState after =
        end.map(state -> Fold.apply(state, commit)).orElseGet(() -> Fold.begin(commit));
    Pending pending = new Pending(entry, tail, end, after);
    tail.pending.add(pending);
    stripe.underWay().put(commit.session(), tail);
    submit.accept(pending);
    return new Spot.Placed(pending);
  }

  /** The end of the log, or the commit of which one must be sure first. */
  End end(SessionId session) {
    return locked(
        session,
        stripe -> {
          Tail tail = stripe.underWay().get(session);
          if (tail == null) {
            return new End(end(session, false), null);
          }
          Pending last = tail.pending.getLast();
          tail.shown = tail.shown || last.certain;
          return last.certain ? new End(tail.end(), null) : new End(Optional.empty(), last);
        });
  }

  /**
   * What {@link #end} found.
   *
   * @param state the end, if the session exists
   * @param unsure the commit that may or may not be the end
   */
  record End(Optional<SessionState> state, @Nullable Pending unsure) {}

  /** A genesis is placed without looking: the table tells whether the session was there. */
  private Optional<SessionState> end(SessionId session, boolean genesis) {
    SessionState kept = durable.getIfPresent(session);
    if (kept != null || genesis) {
      return Optional.ofNullable(kept);
    }
    Optional<SessionState> loaded = load.apply(session);
    loaded.ifPresent(state -> durable.put(session, state));
    return loaded;
  }

  /** The commit under way that uses an idempotency key of the session. */
  Optional<Pending> using(SessionId session, Handle sender, String key) {
    return locked(
        session,
        stripe -> {
          Tail tail = stripe.underWay().get(session);
          return tail == null
              ? Optional.empty()
              : tail.pending.stream().filter(p -> p.entry.uses(sender, key)).findFirst();
        });
  }

  /** The commit under way with which the log comes to {@code sequence}. */
  Optional<Pending> reaching(SessionId session, long sequence) {
    return locked(
        session,
        stripe -> {
          Tail tail = stripe.underWay().get(session);
          return tail == null
              ? Optional.empty()
              : tail.pending.stream().filter(p -> p.reaches(sequence)).findFirst();
        });
  }

  /**
   * Whether nothing under way, and nothing that is lost, was needed to come to {@code sequence}.
   */
  boolean isDurable(SessionId session, long sequence) {
    return locked(
        session,
        stripe -> {
          Tail tail = stripe.underWay().get(session);
          Optional<SessionState> end =
              tail == null ? end(session, false) : tail.pending.getFirst().before;
          return end.filter(state -> state.sequence() >= sequence).isPresent();
        });
  }

  /** Somebody has looked: nothing in the table is in the way of {@code pending}. */
  void certain(Pending pending) {
    locked(pending.entry.commit().session(), stripe -> pending.certain = true);
  }

  /** {@code pending} is durable. */
  void durable(Pending pending) {
    SessionId session = pending.entry.commit().session();
    locked(
        session,
        stripe -> {
          pending.tail.pending.remove(pending);
          settle(session, pending.tail, stripe, Optional.of(pending.after));
          return true;
        });
  }

  /** {@code pending}, the last one of its tail, is not there: its idempotency key was used. */
  void refused(Pending pending) {
    SessionId session = pending.entry.commit().session();
    locked(
        session,
        stripe -> {
          pending.tail.pending.remove(pending);
          settle(session, pending.tail, stripe, pending.before);
          return true;
        });
  }

  private void settle(SessionId session, Tail tail, Stripe stripe, Optional<SessionState> end) {
    if (tail.pending.isEmpty() && stripe.underWay().remove(session, tail)) {
      end.ifPresent(state -> durable.put(session, state));
    }
  }

  /**
   * What is under way in the log of {@code pending} is not: a group failed, or the table has a
   * commit there of which this process did not know.
   */
  void lose(Pending pending) {
    SessionId session = pending.entry.commit().session();
    Tail tail = pending.tail;
    locked(
        session,
        stripe -> {
          tail.lost = true;
          stripe.underWay().remove(session, tail);
          durable.invalidate(session);
          if (tail.shown) {
            resting.put(session, true);
          }
          return true;
        });
  }

  private <R> R locked(SessionId session, Function<Stripe, R> change) {
    Stripe stripe = stripes[(session.hashCode() * 0x9e3779b9) >>> 22];
    stripe.lock().lock();
    try {
      return change.apply(stripe);
    } finally {
      stripe.lock().unlock();
    }
  }
}
