package io.github.aspoperator.testkit.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.testkit.client.Answer;
import io.github.aspoperator.testkit.client.Line;
import io.github.aspoperator.testkit.model.world.Agent;
import io.github.aspoperator.testkit.model.world.Differs;
import io.github.aspoperator.testkit.model.world.Expect;
import io.github.aspoperator.testkit.model.world.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the calls of a run over HTTP, and holds each answer against the model's. */
final class Desk {

  /** A session that nobody ever created. */
  static final String NO_SESSION = "sess_00000000000000000000000000";

  /** What a server or a gateway adds, which differs from request to request. */
  private static final Set<String> OF_THE_REQUEST = Set.of("date", "apigw-requestid");

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

  /** The answer but for what tells requests apart, of which the ids may differ in length. */
  private static String masked(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeAll(OF_THE_REQUEST);
    headers.remove("content-length");
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

  static String name(Agent agent) {
    return agent.handle().substring(agent.handle().indexOf('.') + 1);
  }
}
