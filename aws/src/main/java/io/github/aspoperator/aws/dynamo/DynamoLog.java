package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fold;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionState;
import java.util.List;
import java.util.Optional;

/**
 * {@link SessionLog}: one item for each commit, put if nothing is there. The bell is the table's
 * stream.
 */
public final class DynamoLog implements SessionLog {

  /**
   * A head that moved less than this ago may have been overtaken: the tail is looked at first,
   * since a put that is lost costs as much as one that is not.
   */
  private static final long BUSY_MILLIS = 800;

  /** Commits looked at at once when looking back in time. */
  private static final int BACK = 100;

  private final Dynamo dynamo;
  private final String table;
  private final Commits commits;
  private final DynamoHeads heads;
  private final UsedKeys keys;
  private final Clock clock;
  private final Tails tails = new Tails();

  /** The log table; {@code heads} make reading its end cheap. */
  public DynamoLog(Dynamo dynamo, Tables tables, DynamoHeads heads, Clock clock) {
    this.dynamo = dynamo;
    this.table = tables.log();
    this.commits = new Commits(dynamo, tables);
    this.heads = heads;
    this.keys = new UsedKeys(dynamo, tables);
    this.clock = clock;
  }

  @Override
  public Appended append(Commit commit) {
    if (commit.keyed().isPresent() && commit.genesis().isEmpty()) {
      Optional<Commit> first =
          used(commit, commit.keyed().get()).filter(used -> !isSame(used, commit));
      if (first.isPresent()) {
        return new Appended.Known(first.get());
      }
    }
    return dynamo
        .put(table, CommitItem.of(commit), Conditions.NOTHING_AT_THIS_COMMIT)
        .map(CommitItem::commit)
        .<Appended>map(
            there -> isSame(there, commit) ? new Appended.Done() : new Appended.Taken(there))
        .orElseGet(Appended.Done::new);
  }

  /** Goes through what an append goes through; only where the commit is there is it put again. */
  public void failToAppend(Commit commit) {
    dynamo.put(table, CommitItem.of(commit), Conditions.SOMETHING_AT_THIS_COMMIT);
  }

  private static boolean isSame(Commit there, Commit commit) {
    return there.command().equals(commit.command());
  }

  /**
   * The commit that used the key before this one. First the end of the log behind a head, then the
   * remembered keys: those of all commits up to that head are there. That nothing follows what was
   * seen is proved by the put.
   */
  private Optional<Commit> used(Commit commit, Keyed keyed) {
    SessionId session = commit.session();
    return used(
        session, keyed, tails.reaching(session, commit.key()).orElseGet(() -> tail(session)));
  }

  /** The commit that answered for a key of the session, remembered or on its way to be. */
  Optional<Commit> used(SessionId session, Keyed keyed) {
    return used(session, keyed, tail(session));
  }

  private Optional<Commit> used(SessionId session, Keyed keyed, Tails.Tail tail) {
    Optional<Commit> late =
        tail.commits().stream()
            .filter(c -> c.genesis().isEmpty() && c.keyed().filter(keyed::sameKey).isPresent())
            .findFirst();
    return late.isPresent()
        ? late
        : keys.find(session, keyed.sender(), keyed.key()).flatMap(key -> commits.at(session, key));
  }

  private Tails.Tail tail(SessionId session) {
    return tail(session, heads.read(session).sequence());
  }

  private Tails.Tail tail(SessionId session, long head) {
    List<Commit> after = commits.from(session, head + 1);
    return tails.keep(session, new Tails.Tail(head, after));
  }

  @Override
  public List<Commit> read(SessionId session, long after, int maxBytes) {
    return read(session, after, maxBytes, Integer.MAX_VALUE);
  }

  @Override
  public List<Commit> read(SessionId session, long after, int maxBytes, int maxCommits) {
    List<Commit> page = commits.from(session, after + 1, maxBytes, maxCommits);
    boolean gap = page.isEmpty() || page.getFirst().key() > after + 1;
    if (!gap || after < 0) {
      return page;
    }
    // the next event lies inside a commit that begins before it, or the log ends here
    Optional<Commit> holding = commits.before(session, after + 1).filter(c -> c.last() > after);
    return holding.isEmpty() ? page : Pages.behind(holding.get(), page, maxBytes, maxCommits);
  }

  @Override
  public Optional<SessionState> state(SessionId session) {
    return toEnd(session, heads.state(session));
  }

  private Optional<SessionState> toEnd(SessionId session, Optional<SessionState> head) {
    Tails.Tail tail = tail(session, head.map(SessionState::sequence).orElse(-1L));
    Optional<SessionState> state = head;
    for (Commit commit : tail.commits()) {
      state =
          Optional.of(state.map(s -> Fold.apply(s, commit)).orElseGet(() -> Fold.begin(commit)));
    }
    return state;
  }

  @Override
  public Glance glance(SessionId session) {
    return glance(session, heads.state(session));
  }

  /** A glance from the state at a head, as it was read. */
  Glance glance(SessionId session, Optional<SessionState> head) {
    boolean busy = head.isEmpty() || clock.now() - head.get().at() < BUSY_MILLIS;
    if (busy) {
      return new Glance(toEnd(session, head), true);
    }
    tails.keep(session, new Tails.Tail(head.get().sequence(), List.of()));
    return new Glance(head, false);
  }

  @Override
  public long lastBefore(SessionId session, long millis) {
    long before = Long.MAX_VALUE;
    while (true) {
      List<Commit> some = commits.some(session, before, BACK);
      for (Commit commit : some) {
        if (commit.at() < millis) {
          return commit.last();
        }
      }
      if (some.size() < BACK) {
        return 0;
      }
      before = some.getLast().key();
    }
  }
}
