package io.github.aspoperator.local.store;

import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Owners;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Tickets;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Idempotency;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.testkit.Home;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Allowlists;
import io.github.aspoperator.trust.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** A {@link Store} as the contracts want it. */
final class StoreHome implements Home, StoreEvents {

  private static final int SOME = 10;

  private final Set<SessionId> rung = ConcurrentHashMap.newKeySet();
  private final Function<StoreEvents, Store> opening;
  private final boolean durable;
  private final Runnable tidy;
  private Store store;

  /** A home that opens by {@code opening}, and again after a restart if it is {@code durable}. */
  StoreHome(Function<StoreEvents, Store> opening, boolean durable, Runnable tidy) {
    this.opening = opening;
    this.durable = durable;
    this.tidy = tidy;
    this.store = opening.apply(this);
  }

  @Override
  public void committed(Commit commit) {
    rung.add(commit.session());
  }

  @Override
  public void jobEnqueued() {}

  @Override
  public List<Job> work(long now, Predicate<Job> done) {
    List<Job> worked = new ArrayList<>();
    List<DueJob> failed = new ArrayList<>();
    for (List<DueJob> due = store.jobs().due(now, SOME);
        !due.isEmpty();
        due = store.jobs().due(now, SOME)) {
      for (DueJob job : due) {
        worked.add(job.job());
        if (done.test(job.job())) {
          store.jobs().done(job.id());
        } else {
          failed.add(job);
        }
      }
    }
    failed.forEach(job -> store.jobs().later(job.id(), now + 1));
    return worked;
  }

  @Override
  public Set<SessionId> rung() {
    return rung;
  }

  @Override
  public long now() {
    return 1_800_000_000_000L;
  }

  @Override
  public boolean isDurable() {
    return durable;
  }

  @Override
  public void restart() {
    store.crash();
    store = opening.apply(this);
  }

  @Override
  public void close() {
    store.close();
    tidy.run();
  }

  @Override
  public SessionLog log() {
    return store.log();
  }

  @Override
  public Idempotency idempotency() {
    return store.idempotency();
  }

  @Override
  public SessionIndex index() {
    return store.sessionIndex();
  }

  @Override
  public Heads heads() {
    return store.heads();
  }

  @Override
  public Lags lags() {
    return store.lags();
  }

  @Override
  public Presences presences() {
    return store.presences();
  }

  @Override
  public Jobs jobs() {
    return store.jobs();
  }

  @Override
  public Agents agents() {
    return store.agents();
  }

  @Override
  public Allowlists allowlists() {
    return store.allowlists();
  }

  @Override
  public Blocks blocks() {
    return store.blocks();
  }

  @Override
  public Credentials credentials() {
    return store.credentials();
  }

  @Override
  public Owners owners() {
    return store.owners();
  }

  @Override
  public Tickets tickets() {
    return store.tickets();
  }
}
