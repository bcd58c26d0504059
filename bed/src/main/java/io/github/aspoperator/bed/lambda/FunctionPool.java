package io.github.aspoperator.bed.lambda;

import io.github.aspoperator.bed.ledger.InvocationEntry;
import io.github.aspoperator.bed.ledger.Ledger;
import io.github.aspoperator.bed.template.FunctionSpec;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The instances of one function: an event goes to an idle one, else to a new one. */
final class FunctionPool {

  private static final System.Logger LOG = System.getLogger(FunctionPool.class.getName());

  private final FunctionSpec function;
  private final String arn;
  private final Launcher launcher;
  private final Environment environment;
  private final Ledger ledger;
  private final Semaphore places;
  private final Deque<Instance> idle = new ConcurrentLinkedDeque<>();
  private final Map<String, Instance> instances = new ConcurrentHashMap<>();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();

  FunctionPool(
      FunctionSpec function,
      String arn,
      Launcher launcher,
      Environment environment,
      Ledger ledger,
      int most) {
    this.function = function;
    this.arn = arn;
    this.launcher = launcher;
    this.environment = environment;
    this.ledger = ledger;
    this.places = new Semaphore(most, true);
  }

  /** Waits for an instance, and for what it makes of the event. */
  Outcome invoke(String event) throws InterruptedException {
    places.acquire();
    try {
      Instance warm = warm();
      Duration used = warm == null ? Duration.ZERO : warm.processorTime();
      long start = System.nanoTime();
      Instance instance = warm == null ? launch() : warm;
      long logged = instance.logBytes();
      Outcome outcome = handle(instance, event);
      Duration duration = Duration.ofNanos(System.nanoTime() - start);
      ledger.add(
          new InvocationEntry(
              function.id(),
              instance.name(),
              warm == null,
              outcome instanceof Outcome.Answer,
              duration,
              instance.processorTime().minus(used),
              instance.logBytes() - logged));
      if (!(outcome instanceof Outcome.Answer)) {
        LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", instance.name(), outcome);
      }
      release(instance);
      return outcome;
    } finally {
      places.release();
    }
  }

  private Outcome handle(Instance instance, String event) throws InterruptedException {
    busy.add(instance.name());
    try {
      return instance.invoke(invocation(event));
    } finally {
      busy.remove(instance.name());
    }
  }

  /** The instances that handle an event just now. */
  Set<String> busy() {
    return Set.copyOf(busy);
  }

  /** Starts an instance and waits until it is ready: the next event finds it warm. */
  void prepare() throws InterruptedException {
    Instance instance = launch();
    instance.awaitReady();
    idle.addFirst(instance);
  }

  /** Kills that instance, if it is one of these. */
  void kill(String name) {
    Instance instance = instances.remove(name);
    if (instance != null) {
      idle.remove(instance);
      instance.kill();
    }
  }

  /** Kills all of them: the next event finds none. */
  void killAll() {
    instances.keySet().forEach(this::kill);
  }

  private @Nullable Instance warm() {
    Instance instance = idle.pollFirst();
    while (instance != null && !instance.alive()) {
      kill(instance.name());
      instance = idle.pollFirst();
    }
    return instance;
  }

  private Invocation invocation(String event) {
    String requestId = function.id() + "-" + requests.incrementAndGet();
    return new Invocation(requestId, arn, event, Duration.ofSeconds(function.timeoutSeconds()));
  }

  private Instance launch() {
    String name = function.id() + "i" + count.incrementAndGet();
    Instance instance = launcher.launch(name, function, environment.of(function, name));
    instances.put(name, instance);
    return instance;
  }

  private void release(Instance instance) {
    if (instance.alive()) {
      idle.addFirst(instance);
    } else {
      kill(instance.name());
    }
  }
}
