package io.github.aspoperator.schemas;

import com.networknt.schema.Schema;
import io.github.aspoperator.schemas.Operations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says whether what an operator answers is as the contract has it. Each method returns what is
 * wrong, a sentence each, and nothing when all is well. Safe for threads; made once, since the
 * schemas are read then.
 */
public final class Judge {

  private static final int NO_CONTENT = 204;

  /** What may be answered before a route is even looked at, and where there is none. */
  private static final Set<Integer> NO_ROUTE = Set.of(400, 401, 404, 500, 503);

  private static final Set<Integer> NO_METHOD = Set.of(400, 401, 405, 500, 503);

  private final Rules rules = new Rules();
  private final Operations operations = new Operations(rules);
  private final Map<String, Schema> files = new ConcurrentHashMap<>();
  private final Schema error = rules.file("error.json");
  private final Schema event = rules.file("event.json");
  private final Schema pong = rules.file("pong.json");

  private Judge() {}

  /** A judge. */
  public static Judge create() {
    return new Judge();
  }

  /**
   * Judges an answer.
   *
   * @param method of the request
   * @param path of the request as it was sent, with or without a query
   * @param status of the answer
   * @param body of the answer, empty for none
   */
  public List<String> reply(String method, String path, int status, String body) {
    List<Operation> there = operations.at(withoutQuery(path));
    if (method.equals("HEAD")) {
      return bodiless(status, body, there.isEmpty() ? NO_ROUTE : NO_METHOD);
    }
    if (method.equals("OPTIONS") && status == NO_CONTENT) {
      return bodiless(status, body, there.isEmpty() ? Set.of() : Set.of(NO_CONTENT));
    }
    Optional<Operation> operation =
        there.stream().filter(candidate -> candidate.method().equals(method)).findAny();
    return operation
        .map(called -> reply(called, status, body))
        .orElseGet(() -> refusal(status, body, there.isEmpty() ? NO_ROUTE : NO_METHOD));
  }

  private static String withoutQuery(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static List<String> reply(Operation operation, int status, String body) {
    Optional<Schema> schema = operation.replies().get(status);
    if (schema == null) {
      return List.of(unlisted(status));
    }
    return schema
        .map(rule -> Rules.violations(rule, body))
        .orElseGet(() -> bodiless(status, body, Set.of(status)));
  }

  private List<String> refusal(int status, String body, Set<Integer> allowed) {
    List<String> wrong = new ArrayList<>();
    if (!allowed.contains(status)) {
      wrong.add(unlisted(status));
    }
    wrong.addAll(Rules.violations(error, body));
    return wrong;
  }

  private static List<String> bodiless(int status, String body, Set<Integer> allowed) {
    List<String> wrong = new ArrayList<>();
    if (!allowed.contains(status)) {
      wrong.add(unlisted(status));
    }
    if (!body.isEmpty()) {
      wrong.add("The status " + status + " has a body here, and must have none.");
    }
    return wrong;
  }

  private static String unlisted(int status) {
    return "The status " + status + " is none that this call can have.";
  }

  /** Judges an event. */
  public List<String> event(String json) {
    return Rules.violations(event, json);
  }

  /** Judges what the operator sends on a connection: an event, or the answer to a ping. */
  public List<String> frame(String json) {
    return Rules.violations(pong, json).isEmpty() ? List.of() : event(json);
  }

  /**
   * Judges any JSON by one schema.
   *
   * @param schemaFile such as {@code session.json}
   * @throws IllegalArgumentException when there is no such file
   */
  public List<String> by(String schemaFile, String json) {
    return Rules.violations(files.computeIfAbsent(schemaFile, rules::file), json);
  }
}
