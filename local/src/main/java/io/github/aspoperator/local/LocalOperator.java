package io.github.aspoperator.local;

import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.delivery.DeliveryLimits;
import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.identity.RandomIds;
import io.github.aspoperator.local.http.LocalServer;
import io.github.aspoperator.local.socket.Connections;
import io.github.aspoperator.local.socket.Sockets;
import io.github.aspoperator.local.store.CannotOpen;
import io.github.aspoperator.local.store.Leftovers;
import io.github.aspoperator.local.store.Store;
import io.github.aspoperator.local.store.StoreEvents;
import io.github.aspoperator.local.work.Bells;
import io.github.aspoperator.local.work.JobLoop;
import io.github.aspoperator.local.work.Retries;
import io.github.aspoperator.operator.Authentication;
import io.github.aspoperator.operator.ConnectionCalls;
import io.github.aspoperator.operator.JobRunner;
import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.operator.SessionCalls;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.wire.call.AgentSide;
import io.github.aspoperator.wire.call.OwnerSide;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The whole operator, wired in one process. Starting it takes up what an earlier process left:
 * connections that nobody saw drop, sessions not drained to their end, timers.
 */
public final class LocalOperator implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LocalOperator.class.getName());
  private static final long BEAT_MILLIS = 1_000;

  /** How long a stop waits for what is under way. */
  private static final long LAST_WORK_MILLIS = 2_000;

  private final Clock clock;
  // what the store rings needs ports, and the ports need the store: the knot is tied below, once
  private final Knot knot = new Knot();
  private final Store store;
  private final ExecutorService workers;
  private final Retries retries;
  private final Bells bells;
  private final JobLoop jobs;
  private final Connections connections;
  private final ConnectionCalls connectionCalls;
  private final Ports ports;
  private final LocalServer server;
  private final String host;

  private LocalOperator(Options options, Path directory) {
    this.host = options.host();
    clock = System::currentTimeMillis;
    Ids ids = new RandomIds(clock);
    workers = Executors.newVirtualThreadPerTaskExecutor();
    retries = new Retries(workers);
    Windows windows = new Windows(options.awayMillis(), options.graceMillis(), 0);
    DeliveryLimits limits = DeliveryLimits.DEFAULT.stretching(options.stretchMillis());
    bells = new Bells(workers, retries, bell -> knot.runner().drain(bell));
    store = open(options.data().map(_ -> directory), knot, limits);
    jobs = new JobLoop(store.jobs(), clock, workers, retries, bells, job -> knot.runner().run(job));
    connections = new Connections();
    ports = store.ports(connections, ids, clock);
    knot.tie(bells, jobs, new JobRunner(ports, limits, windows));
    connectionCalls = new ConnectionCalls(ports, windows);
    Sockets sockets = new Sockets(connections, connectionCalls, jobs, ids, options.patience());
    server =
        new LocalServer(
            options.host(),
            options.port(),
            new Authentication(ports.credentials()),
            new AgentSide(new SessionCalls(ports), connectionCalls),
            new OwnerSide(new OwnerCalls(ports)),
            connectionCalls,
            sockets,
            options.requestsPerSecond(),
            ids,
            Main.VERSION);
    retries.every(options.patience().sweepMillis(), sockets::sweep);
  }

  private static Store open(Optional<Path> directory, StoreEvents events, DeliveryLimits limits) {
    Duration lags = Duration.ofMillis(limits.lagMillis());
    try {
      return directory
          .map(path -> Store.open(path, events, lags))
          .orElseGet(() -> Store.inMemory(events, lags));
    } catch (CannotOpen e) {
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
  }

  /** Opens the store and takes up what was left; does not listen yet. */
  static LocalOperator start(Options options, Path directory) {
    LocalOperator operator = new LocalOperator(options, directory);
    operator.recover();
    return operator;
  }

  private void recover() {
    Leftovers left = store.leftovers();
    long lastBeat = store.heartbeat().lastBeat().orElseGet(clock::now);
    for (Handle agent : left.connected()) {
      for (Connection connection : ports.presences().read(agent).connections()) {
        connectionCalls.disconnectedAt(agent, connection.id(), lastBeat);
      }
    }
    beat();
    retries.every(BEAT_MILLIS, this::beat);
    left.behind().forEach(session -> bells.ring(Bell.of(session)));
    jobs.start();
  }

  private void beat() {
    try {
      store.heartbeat().beat(clock.now());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the heartbeat could not be written", e);
    }
  }

  /** Begins to listen. */
  void listen() throws Exception {
    server.start();
  }

  /** Makes agents in this operator, their tokens in {@code directory}. */
  Seeding seeding(Path directory) {
    return new Seeding(ports, new SecretFiles(directory));
  }

  Ports ports() {
    return ports;
  }

  /** Where it listens. */
  String url() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
  }

  /** Stops in order: what is under way is finished, and every connection recorded as dropped. */
  @Override
  public void close() {
    try {
      server.shut();
      connections.closeAll();
      server.stop();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "the server did not stop in order", e);
    }
    retries.close();
    jobs.close();
    knot.untie();
    finishWork();
    store.close();
  }

  private void finishWork() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(LAST_WORK_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "some work is left to the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
