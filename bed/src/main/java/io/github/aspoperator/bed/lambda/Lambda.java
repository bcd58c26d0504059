package io.github.aspoperator.bed.lambda;

import io.github.aspoperator.bed.ledger.Ledger;
import io.github.aspoperator.bed.template.FunctionSpec;
import io.github.aspoperator.bed.template.Names;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** All functions of the stack. */
public final class Lambda implements AutoCloseable {

  /** How many instances of a function there may be where the template reserves none. */
  private static final int MOST_INSTANCES = 8;

  /** What an invocation that is under way may still take when the bed stops. */
  private static final long LAST_NANOS = Duration.ofSeconds(2).toNanos();

  private final Map<String, FunctionPool> pools = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private int underWay;
  private volatile boolean resting;
  private volatile InvocationFault fault = InvocationFault.NONE;

  /** {@code modes}: how each function is run. */
  public Lambda(
      List<FunctionSpec> functions,
      Names names,
      Modes modes,
      Environment environment,
      Ledger ledger) {
    for (FunctionSpec function : functions) {
      pools.put(
          function.id(),
          new FunctionPool(
              function,
              names.arn("lambda", "function:" + function.id()),
              modes.launcher(function),
              environment,
              ledger,
              Math.min(function.concurrency().orElse(MOST_INSTANCES), MOST_INSTANCES)));
    }
  }

  /** Invokes a function and waits. */
  public Outcome invoke(String functionId, String event) throws InterruptedException {
    FunctionPool pool = pool(functionId);
    count(1);
    try {
      return resting ? new Outcome.Died() : fault.around(functionId, event, pool::invoke);
    } finally {
      count(-1);
    }
  }

  private void count(int more) {
    lock.lock();
    try {
      underWay += more;
      if (underWay == 0) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes no more events, and waits for what is under way, but not for long. Then whatever feeds
   * functions can be stopped without cutting anything short.
   */
  public void rest() throws InterruptedException {
    resting = true;
    lock.lock();
    try {
      long left = LAST_NANOS;
      while (underWay > 0 && left > 0) {
        left = idle.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Starts an instance of a function and waits until it is ready for its first event, as one that
   * was restored from a snapshot is.
   */
  public void prepare(String functionId) throws InterruptedException {
    pool(functionId).prepare();
  }

  /** From now on this is done to every invocation. */
  public void disturb(InvocationFault by) {
    fault = by;
  }

  /** The names of the instances that handle an event just now. */
  public List<String> busy() {
    return pools.values().stream().flatMap(pool -> pool.busy().stream()).toList();
  }

  /** Kills one instance, by its name. */
  public void kill(String instance) {
    pools.values().forEach(pool -> pool.kill(instance));
  }

  /** Kills all instances of a function: its next event is a cold start. */
  public void killAll(String functionId) {
    pool(functionId).killAll();
  }

  /** The function that an instance belongs to; empty for a name that is none. */
  public String functionOf(String instance) {
    int end = instance.lastIndexOf('i');
    String id = end < 0 ? "" : instance.substring(0, end);
    return pools.containsKey(id) ? id : "";
  }

  private FunctionPool pool(String functionId) {
    FunctionPool pool = pools.get(functionId);
    if (pool == null) {
      throw new IllegalArgumentException("no function " + functionId);
    }
    return pool;
  }

  @Override
  public void close() {
    pools.values().forEach(FunctionPool::killAll);
  }
}
