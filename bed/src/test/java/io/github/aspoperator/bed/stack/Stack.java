package io.github.aspoperator.bed.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.aws.dynamo.ConnectionOwners;
import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.endpoint.ServiceFault;
import io.github.aspoperator.bed.lambda.InvocationFault;
import io.github.aspoperator.bed.lambda.Outcome;
import io.github.aspoperator.bed.template.QueueSpec;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.presence.Presence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** The stack of the template, and what tests of its faults need of it. */
final class Stack implements AutoCloseable {

  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final Bed bed;
  private final AtomicInteger agents = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();

  private Stack(BedOptions options) {
    bed = Bed.start(options);
    calm();
  }

  private static BedOptions options(String awaySeconds, String graceSeconds) {
    return BedOptions.of(Path.of("../template.yaml"))
        .with(Map.of("AwaySeconds", awaySeconds, "GraceSeconds", graceSeconds));
  }

  /** Where nobody who is away is ever said to be. */
  static Stack withoutPresence() {
    return new Stack(options("900", "off"));
  }

  /** Where who is away is said to be at once, and made to leave after {@code graceSeconds}. */
  static Stack withPresence(String graceSeconds) {
    return new Stack(options("0", graceSeconds));
  }

  /** Where a message that failed is as long out of sight as it would be on AWS. */
  static Stack asOnAws() {
    return new Stack(options("0", "1").retryingAsOnAws());
  }

  Bed bed() {
    return bed;
  }

  /** A new agent, whom anybody may reach. */
  BedAgent agent() {
    return bed.agent("@stack.a" + agents.incrementAndGet());
  }

  /** No fault from now on. */
  void calm() {
    bed.services().disturb(ServiceFault.NONE);
    bed.sockets().tellEnds(true);
    bed.lambda().disturb(this::counting);
    bed.sources().stream("DrainStreamFunction").disturb(records -> records);
  }

  /** From now on whoever dies at a stream, a queue or the clock is tried again, and at once. */
  void retrying() {
    bed.lambda()
        .disturb((functionId, event, function) -> {
          Outcome outcome = counting(functionId, event, function);
          return outcome instanceof Outcome.Died && !event.contains("\"requestContext\"")
              ? counting(functionId, event, function)
              : outcome;
        });
  }

  private Outcome counting(String functionId, String event, InvocationFault.Function function)
      throws InterruptedException {
    running.incrementAndGet();
    try {
      return function.invoke(event);
    } finally {
      running.decrementAndGet();
    }
  }

  /** Waits until no function runs and none is about to. */
  void awaitQuiet() throws InterruptedException {
    await("quiet", () -> running.get() == 0 && waiting() == 0 && running.get() == 0);
  }

  /** The same, and no timer is left: for windows that are over at once. */
  void awaitTimers() throws InterruptedException {
    await("no timer", () -> bed.queues().size(queue("GraceQueue")) == 0);
    awaitQuiet();
  }

  private int waiting() {
    return List.of("ReplayQueue", "BellQueue", "WorkQueue").stream()
        .mapToInt(id -> bed.queues().size(queue(id)))
        .sum();
  }

  /** The name of a queue of the template. */
  String queue(String id) {
    return bed.template().queues().stream()
        .filter(each -> each.id().equals(id))
        .map(QueueSpec::name)
        .findFirst()
        .orElseThrow();
  }

  /** The name of a function of the template, in metrics. */
  String function(String id) {
    return bed.template().names().stack() + "-" + id;
  }

  /** Whether that function has ever answered. */
  boolean answered(String functionId) {
    return bed.ledger().invocations(functionId).stream().anyMatch(each -> each.answered());
  }

  /** The name of a table of the template. */
  String table(String id) {
    return bed.template().tables().stream()
        .filter(each -> each.id().equals(id))
        .map(each -> each.name())
        .findFirst()
        .orElseThrow();
  }

  /** Whether an alarm rings at the first message that lies in that queue. */
  boolean isWatched(String deadLetters) {
    return isWatched("AWS/SQS", "ApproximateNumberOfMessagesVisible", queue(deadLetters));
  }

  /** Whether an alarm rings at the first count of that metric. */
  boolean isWatched(String namespace, String metric, String of) {
    return bed.template().alarms().stream()
        .anyMatch(alarm -> alarm.threshold() == 0 && alarm.watches(namespace, metric, of));
  }

  /** The adapters, as the functions have them. */
  Aws adapters() {
    return new Aws(new Settings(bed.environment("SweepFunction")));
  }

  /** Makes all recorded connections of {@code agent} as old as an hour. */
  void age(BedAgent agent) {
    Aws aws = adapters();
    Handle handle = Handle.of(agent.handle());
    boolean written = false;
    while (!written) {
      Presence now = aws.ports().presences().read(handle);
      Presence old =
          new Presence(
              now.connections().stream().map(Stack::older).toList(),
              now.epoch(),
              now.drop(),
              now.unclean(),
              now.untold(),
              now.told(),
              now.uncleanAt(),
              now.expiredThrough(),
              now.version() + 1);
      written = aws.ports().presences().replace(handle, now.version(), old);
      old.connections()
          .forEach(each ->
              aws.connectionOwners()
                  .put(new ConnectionOwners.Owned(each.id(), handle, each.openedAt(), false)));
    }
  }

  private static Connection older(Connection connection) {
    long openedAt = connection.openedAt() - 3_600_000;
    return new Connection(connection.id(), openedAt, connection.owed(), connection.token());
  }

  /** Whether {@code agent} has a connection, as the operator knows. */
  boolean isOnline(BedAgent agent) {
    return adapters().ports().presences().read(Handle.of(agent.handle())).isOnline();
  }

  /** Opens a connection; the gateway's name for it. */
  Line connect(BedAgent agent) {
    Set<String> before = new HashSet<>(bed.sockets().connectionIds());
    Stream stream = agent.connect();
    String id =
        bed.sockets().connectionIds().stream()
            .filter(each -> !before.contains(each))
            .findFirst()
            .orElseThrow();
    return new Line(stream, id);
  }

  /**
   * A connection.
   *
   * @param stream as the client has it
   * @param id as the gateway calls it
   */
  record Line(Stream stream, String id) implements AutoCloseable {
    @Override
    public void close() {
      stream.close();
    }
  }

  /** A session of {@code creator} that all of {@code others} have joined. */
  static String session(BedAgent creator, BedAgent... others) {
    String session = creator.create(others);
    for (BedAgent other : others) {
      other.join(session);
    }
    return session;
  }

  /** The first arrivals of a session's events, in the order in which they came. */
  static List<Long> arrivals(Stream stream, String session) {
    return stream.sequences(session).stream().distinct().toList();
  }

  /** What all of the log up to {@code last} looks like: no gap and no swap. */
  static List<Long> everything(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  /** The whole log of a session, as {@code agent} may read it: page after page. */
  static List<JsonNode> history(BedAgent agent, String session) {
    List<JsonNode> all = new ArrayList<>();
    String query = "";
    while (true) {
      JsonNode page =
          agent.call("GET", "/sessions/" + session + "/events" + query, "").expect(200).body();
      page.path("events").forEach(all::add);
      if (!page.has("next_cursor")) {
        return all;
      }
      query = "?after_sequence=" + page.path("next_cursor").asText();
    }
  }

  /** One more message reaches everybody who has been there all the time, after all before it. */
  static void assertAllFlows(BedAgent sender, String session, Stream... streams) throws Exception {
    long last = sender.say(session, "and on it goes");
    for (Stream stream : streams) {
      stream.await(session, last);
      assertEquals(everything(last), arrivals(stream, session));
    }
    assertEquals(
        everything(last),
        history(sender, session).stream().map(each -> each.path("sequence").asLong()).toList());
  }

  /** Waits until it is so. */
  static void await(String what, BooleanSupplier so) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it never was so: " + what);
      }
      Thread.sleep(5);
    }
  }

  /** Waits for an event of that type about {@code agent}. */
  static void await(Stream stream, String session, String type, BedAgent agent)
      throws InterruptedException {
    stream.await(
        event ->
            event.path("type").asText().equals(type)
                && event.path("session_id").asText().equals(session)
                && event.path("payload").path("agent").asText().equals(agent.handle()),
        type + " of " + agent.handle());
  }

  @Override
  public void close() {
    bed.close();
  }
}
