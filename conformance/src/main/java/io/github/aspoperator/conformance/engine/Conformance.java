package io.github.aspoperator.conformance.engine;

import io.github.aspoperator.conformance.check.Found;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.checks.Suite;
import io.github.aspoperator.conformance.play.Caller;
import io.github.aspoperator.conformance.play.CheckFailed;
import io.github.aspoperator.conformance.play.Evidence;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import io.github.aspoperator.conformance.report.Result;
import io.github.aspoperator.conformance.subject.Account;
import io.github.aspoperator.conformance.subject.CannotJudge;
import io.github.aspoperator.conformance.subject.Target;
import java.util.List;
import java.util.function.Predicate;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Judges an operator: by the whole suite, or a part of it. */
public final class Conformance {

  private static final int UNAUTHORIZED = 401;

  private Conformance() {}

  /** The checks whose level counts, and whose id is wanted. */
  public static List<Found> checks(boolean publicOnly, Predicate<String> wanted) {
    return Suite.all().stream()
        .filter(found -> !publicOnly || found.check().level() != Level.OURS)
        .filter(found -> wanted.test(found.id()))
        .toList();
  }

  /** Runs them. */
  public static List<Result> judge(
      Target target, List<Found> checks, int atOnce, TestExecutionListener... listeners)
      throws CannotJudge {
    probe(target);
    ConformanceEngine engine = new ConformanceEngine(target, checks, atOnce);
    Launcher launcher =
        LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .addTestEngines(engine)
                .build());
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request().build();
    launcher.execute(request, listeners);
    return engine.results();
  }

  /** Whether there is an operator, and agents to play with. */
  private static void probe(Target target) throws CannotJudge {
    Play play = new Play("", new Caller(target, new Evidence()), target.agents());
    String path = "/sessions/" + play.noSession();
    Reply reply;
    try {
      reply = play.anonymous("GET", path, "");
    } catch (CheckFailed e) {
      throw new CannotJudge(target.url() + " cannot be reached.");
    }
    if (reply.status() < 400 || reply.status() > 499 || !reply.json().isObject()) {
      throw new CannotJudge(
          "%s is no ASP operator: GET %s without credentials is answered with %s instead of 401."
              .formatted(target.url(), path, reply.status()));
    }
    if (target.admin().isPresent()) {
      int status = play.admin().call("GET", "/agents?limit=1", "").status();
      if (status == UNAUTHORIZED) {
        throw new CannotJudge("The admin token is refused.");
      }
    } else if (target.agents().isEmpty()) {
      throw new CannotJudge("There are no agents to play with: --agents, or --admin-token.");
    }
    for (Account account : target.agents()) {
      Play one = new Play("", new Caller(target, new Evidence()), List.of(account));
      if (one.ann().get(path).status() == UNAUTHORIZED) {
        throw new CannotJudge("The token of " + account.handle() + " is refused.");
      }
    }
  }
}
