package io.github.aspoperator.conformance.engine;

import io.github.aspoperator.conformance.check.Found;
import io.github.aspoperator.conformance.check.Need;
import io.github.aspoperator.conformance.play.Caller;
import io.github.aspoperator.conformance.play.CannotTell;
import io.github.aspoperator.conformance.play.CheckFailed;
import io.github.aspoperator.conformance.play.Evidence;
import io.github.aspoperator.conformance.play.Exchange;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.report.Result;
import io.github.aspoperator.conformance.report.Result.Outcome;
import io.github.aspoperator.conformance.subject.Account;
import io.github.aspoperator.conformance.subject.Pool;
import io.github.aspoperator.conformance.subject.Target;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;

/** Runs one check: with agents of its own, and everything kept. */
final class Runner {

  private final Target target;
  private final Pool pool;
  private final Evidence evidence = new Evidence();

  Runner(Target target) {
    this.target = target;
    this.pool = new Pool(target, new Registered(target));
  }

  /** Whether the check judges the whole run, and so comes after all others. */
  static boolean isOfTheWholeRun(Found found) {
    return found.method().getParameterTypes()[0].equals(Evidence.class);
  }

  /** Runs it. */
  Result run(Found found) throws InterruptedException {
    Optional<String> missing = missing(found);
    if (missing.isPresent()) {
      return new Result(found, Outcome.NOT_JUDGED, missing.get(), List.of(), 0);
    }
    return isOfTheWholeRun(found) ? judged(found, evidence, () -> List.of()) : played(found);
  }

  private Optional<String> missing(Found found) {
    for (Need need : found.check().needs()) {
      boolean there =
          switch (need) {
            case ADMIN -> target.admin().isPresent();
            case WINDOWS -> target.windows().isPresent();
          };
      if (!there) {
        return Optional.of(need.missing());
      }
    }
    return pool.canGive(found.check().agents())
        ? Optional.empty()
        : Optional.of("it needs " + found.check().agents() + " agents");
  }

  private Result played(Found found) throws InterruptedException {
    Caller caller = new Caller(target, evidence);
    List<Account> accounts;
    try {
      accounts = pool.take(found.check().agents());
    } catch (CheckFailed e) {
      String why = "there were no agents for it: " + e.getMessage();
      return new Result(found, Outcome.FAILED, why, List.of(), 0);
    }
    Play play = new Play(found.id(), caller, accounts);
    try {
      Result result = judged(found, play, caller::exchanges);
      play.heard().forEach(evidence::add);
      return result;
    } finally {
      play.over();
      pool.giveBack(accounts);
    }
  }

  private static Result judged(Found found, Object with, Said said) {
    long start = System.nanoTime();
    String message;
    try {
      Object suite = found.method().getDeclaringClass().getDeclaredConstructor().newInstance();
      found.method().invoke(suite, with);
      return new Result(found, Outcome.PASSED, "", List.of(), millis(start));
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof CannotTell) {
        String why = String.valueOf(cause.getMessage());
        return new Result(found, Outcome.NOT_JUDGED, why, List.of(), millis(start));
      }
      message = cause instanceof CheckFailed ? cause.getMessage() : "the check broke: " + cause;
    } catch (ReflectiveOperationException e) {
      message = "the check cannot be run: " + e;
    }
    return new Result(
        found, Outcome.FAILED, String.valueOf(message), said.exchanges(), millis(start));
  }

  @FunctionalInterface
  private interface Said {
    List<Exchange> exchanges();
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
