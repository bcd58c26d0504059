package io.github.aspoperator.local.store;

import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.identity.Owners;
import io.github.aspoperator.identity.Tickets;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.session.Idempotency;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Allowlists;
import io.github.aspoperator.trust.Blocks;
import java.nio.file.Path;
import java.time.Duration;

/** All ports on one database. After {@link #close} each of them is unavailable. */
public final class Store implements AutoCloseable {

  private final Engine engine;
  private final StoredHeads heads;
  private final StoredLog log;
  private final StoredSessionIndex sessionIndex;
  private final StoredLags lags;
  private final StoredPresences presences;
  private final StoredJobs jobs;
  private final StoredCredentials credentials;
  private final Heartbeat heartbeat;

  Store(Engine engine, StoreEvents events, Duration lagsKept) {
    this.engine = engine;
    heads = new StoredHeads(engine.readers, engine.behind, engine.undrained);
    log = new StoredLog(engine, heads, events::committed);
    sessionIndex = new StoredSessionIndex(engine.writer, engine.behind);
    lags = new StoredLags(engine.readers, engine.writer, engine.behind);
    presences = new StoredPresences(engine.readers, engine.writer);
    jobs = new StoredJobs(engine.jobs, engine.writer, engine.behind, events::jobEnqueued);
    credentials = new StoredCredentials(engine.readers, engine.writer);
    heartbeat = new Heartbeat(engine, lagsKept.toMillis());
    engine.writer.start();
  }

  /**
   * On files in {@code directory}, which is made where there is none.
   *
   * @param lagsKept how long what was owed and handed over is kept
   * @throws CannotOpen when the directory is in use, cannot be used, or is of a later version
   */
  public static Store open(Path directory, StoreEvents events, Duration lagsKept) {
    return new Store(Engine.on(directory, moment -> {}), events, lagsKept);
  }

  /** In memory, gone with the process. */
  public static Store inMemory(StoreEvents events, Duration lagsKept) {
    return new Store(Engine.inMemory(moment -> {}), events, lagsKept);
  }

  public SessionLog log() {
    return log;
  }

  public Heads heads() {
    return heads;
  }

  public Idempotency idempotency() {
    return new StoredIdempotency(engine.readers, engine.writer, log);
  }

  public SessionIndex sessionIndex() {
    return sessionIndex;
  }

  public Lags lags() {
    return lags;
  }

  public Presences presences() {
    return presences;
  }

  /** The port, and what a runner needs of it. */
  public StoredJobs jobs() {
    return jobs;
  }

  public Agents agents() {
    return new StoredAgents(engine.readers, engine.writer);
  }

  public Allowlists allowlists() {
    return new StoredAllowlists(engine.readers, engine.writer);
  }

  public Blocks blocks() {
    return new StoredBlocks(engine.readers, engine.writer);
  }

  public Credentials credentials() {
    return credentials;
  }

  public Owners owners() {
    return new StoredOwners(engine.readers, engine.writer);
  }

  public Tickets tickets() {
    return new StoredTickets(engine.writer);
  }

  /** All ports, with those that are none of a store's. */
  public Ports ports(Pusher pusher, Ids ids, Clock clock) {
    return new Ports(
        log,
        idempotency(),
        sessionIndex,
        heads,
        lags,
        presences,
        agents(),
        allowlists(),
        blocks(),
        credentials,
        owners(),
        tickets(),
        jobs,
        pusher,
        ids,
        clock);
  }

  public Heartbeat heartbeat() {
    return heartbeat;
  }

  /** What the process before left half done. */
  public Leftovers leftovers() {
    return engine.leftovers;
  }

  /** Writes what waits, and lets go of the directory. */
  @Override
  public void close() {
    engine.close();
  }

  /** Lets go as a process does that is killed: what waits to be written is lost. */
  void crash() {
    engine.crash();
  }
}
