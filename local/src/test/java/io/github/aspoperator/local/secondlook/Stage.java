package io.github.aspoperator.local.secondlook;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.delivery.DeliveryLimits;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.RandomIds;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.local.store.DueJob;
import io.github.aspoperator.local.store.Store;
import io.github.aspoperator.local.store.StoreEvents;
import io.github.aspoperator.operator.JobRunner;
import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.operator.SessionCalls;
import io.github.aspoperator.presence.Connect;
import io.github.aspoperator.presence.Drop;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.trust.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The store without anything that runs by itself: bells and jobs wait until a test answers them,
 * and the clock stands still until a test moves it.
 */
final class Stage implements AutoCloseable, StoreEvents {

  static final Principal OPERATOR = new Principal.OfOperator();
  static final Handle ANN = Handle.of("@lab.ann");
  static final Handle BOB = Handle.of("@lab.bob");
  static final Handle CAT = Handle.of("@lab.cat");
  static final Token TOKEN = Token.fresh();
  static final long GRACE_MILLIS = 1_000;

  private static final int MANY = 100;

  private final Queue<Bell> bells = new ConcurrentLinkedQueue<>();
  private final Store store = Store.inMemory(this, Duration.ofMinutes(1));
  private final Transport transport = new Transport();
  private final Windows windows;
  private final Ports ports;
  private long now = 1_000_000_000;

  /** With these windows. */
  Stage(long awayMillis, long graceMillis) {
    windows = new Windows(awayMillis, OptionalLong.of(graceMillis), 0);
    ports = store.ports(transport, new RandomIds(() -> now), () -> now);
    for (Handle agent : List.of(ANN, BOB, CAT)) {
      new OwnerCalls(ports)
          .register(OPERATOR, agent, Policy.OPEN, agent.equals(BOB) ? TOKEN : Token.fresh());
    }
  }

  /** A drop is published at once. */
  static Stage impatient() {
    return new Stage(0, GRACE_MILLIS);
  }

  Ports ports() {
    return ports;
  }

  Transport transport() {
    return transport;
  }

  void pass(long millis) {
    now += millis;
  }

  @Override
  public void committed(Commit commit) {
    bells.add(Bell.of(commit));
  }

  @Override
  public void jobEnqueued() {}

  /** Drains what rang, through {@code through}. */
  void answerBells(Ports through) {
    awaitWriter();
    for (Bell bell = bells.poll(); bell != null; bell = bells.poll()) {
      runner(through).drain(bell);
    }
  }

  /** Does the jobs that are due, and those that they leave, through {@code through}. */
  void doJobs(Ports through) {
    List<DueJob> due = store.jobs().due(now, MANY);
    while (!due.isEmpty()) {
      for (DueJob job : due) {
        runner(through).run(job.job());
        store.jobs().done(job.id());
      }
      due = store.jobs().due(now, MANY);
    }
  }

  private JobRunner runner(Ports through) {
    return new JobRunner(through, DeliveryLimits.DEFAULT, windows);
  }

  /** Until nothing rings and nothing is due. */
  void settle() {
    do {
      answerBells(ports);
      doJobs(ports);
      awaitWriter();
    } while (!bells.isEmpty());
  }

  /** An append answers a moment before its bell rings: what is written behind it comes later. */
  private void awaitWriter() {
    var _ = store.sessionIndex().page(ANN, Optional.empty(), 1, true);
  }

  /** Bob's connection is made, with the token that the stage gave him, and what follows is done. */
  void connect(Ports through, ConnectionId connection) {
    Connect.Arrival arrival = new Connect.Arrival(BOB, connection, TOKEN.hash());
    Step.runAll(Connect.of(arrival), through.presence(windows));
    doJobs(through);
  }

  /** Bob's connection goes, cleanly, and what is due at once is done. */
  void drop(Ports through, ConnectionId connection) {
    transport.gone(connection);
    Step.runAll(Drop.of(BOB, connection, true), through.presence(windows));
    doJobs(through);
  }

  /** {@code opener} opens a session. */
  SessionId open(Ports through, Handle opener, Handle... invite) {
    var create =
        new Command.Create(
            opener, List.of(invite), Optional.empty(), Optional.empty(), false, Optional.empty());
    return new SessionCalls(through).create(create).session();
  }

  /** A session of {@code opener} and {@code others}, all joined and everything drained. */
  SessionId meeting(Handle opener, Handle... others) {
    SessionId session = open(ports, opener, others);
    for (Handle other : others) {
      new SessionCalls(ports).join(new Command.Join(session, other));
    }
    settle();
    return session;
  }

  /** Ann says something. */
  void say(SessionId session) {
    Body body = new Body(RawJson.of("\"hello\""), Optional.empty());
    var send = new Command.Send(session, ANN, body, Optional.empty(), Optional.empty());
    var _ = new SessionCalls(ports).send(send);
  }

  /** An agent as a session has it now. */
  Optional<Member> member(SessionId session, Handle agent) {
    return ports.log().state(session).flatMap(state -> state.member(agent));
  }

  /** Whether it is joined or invited in a session that goes on. */
  boolean takesPart(SessionId session, Handle agent) {
    return ports.log().state(session).filter(state -> state.roster().isActive()).isPresent()
        && member(session, agent).filter(Member::isActive).isPresent();
  }

  @Override
  public void close() {
    store.close();
  }
}
