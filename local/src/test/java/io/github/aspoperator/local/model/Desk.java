package io.github.aspoperator.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.client.Answer;
import io.github.aspoperator.local.client.Line;
import io.github.aspoperator.local.model.world.Agent;
import io.github.aspoperator.local.model.world.Differs;
import io.github.aspoperator.local.model.world.Expect;
import io.github.aspoperator.local.model.world.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Makes the calls of a run over HTTP, and holds each answer against the model's. */
final class Desk {

  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final long POLL_NANOS = 500_000;

  /** A session that nobody ever created. */
  static final String NO_SESSION = "sess_00000000000000000000000000";

  private final Line line;
  private final Cast cast;
  private final String adminToken;
  private final Trace trace;
  private final Table table;
  private final String nothingThere;

  Desk(Line line, Cast cast, String adminToken, Trace trace, Table table) {
    this.line = line;
    this.cast = cast;
    this.adminToken = adminToken;
    this.trace = trace;
    this.table = table;
    this.nothingThere = masked(get(cast.agent(0), "/sessions/" + NO_SESSION));
  }

  /** Calls as {@code by}; the answer must be {@code expect}. */
  void call(Agent by, String method, String path, String body, Expect expect, String... headers) {
    trace.add(
        "%-4s %-6s %s %s %s"
            .formatted(name(by), method, path, body, headers.length == 0 ? "" : List.of(headers)));
    judge(line.call(cast.token(by), method, path, body, headers), expect);
  }

  /** Calls as the owner of {@code whose}. */
  void ownerCall(Agent whose, String method, String path, String body, Expect expect) {
    String whole = "/_admin/agents/" + whose.handle() + path;
    trace.add("     %-6s %s %s".formatted(method, whole, body));
    judge(line.call(adminToken, method, whole, body), expect);
  }

  /** Registers {@code agent} as its owner would. */
  void register(Agent agent, String body, Expect expect) {
    trace.add("     POST   /_admin/agents " + body + " for " + name(agent));
    judge(line.call(adminToken, "POST", "/_admin/agents", body), expect);
  }

  private void judge(Answer answer, Expect expect) {
    trace.went(answer.status() + " " + answer.code());
    table.count(expect.cell());
    expect.check(answer.status(), answer.code(), answer.json());
    if (expect.status() == 404) {
      Differs.unlessEqual(nothingThere, masked(answer), "a 404, " + expect.cell());
    }
  }

  /** The answer but for what tells requests apart. */
  private static String masked(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    String id = answer.json().path("error").path("request_id").asText();
    return answer.status() + "\n" + headers + "\n" + answer.body().replace(id, "");
  }

  /** A read that is no command of the run. */
  Answer get(Agent by, String path) {
    return line.call(cast.token(by), "GET", path, "");
  }

  /** A read that must succeed. */
  JsonNode read(Agent by, String path) {
    Answer answer = get(by, path);
    Differs.unless(answer.status() == 200, name(by) + " GET " + path + ": " + answer.body());
    return answer.json();
  }

  static String path(Optional<Session> session) {
    return "/sessions/" + session.map(Session::id).orElse(NO_SESSION);
  }

  /** Waits for something that follows by itself. */
  static void await(Supplier<String> what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new Differs("never came: " + what.get());
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  static String name(Agent agent) {
    return agent.handle().substring(agent.handle().indexOf('.') + 1);
  }
}
