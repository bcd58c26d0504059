package io.github.aspoperator.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.play.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Breaks trust: it learns agents, policies and blocks from the owner's calls that pass, and can
 * make such calls itself.
 */
abstract class TrustFault extends Fault {

  private final Map<String, String> handles = new ConcurrentHashMap<>();
  private final Map<String, String> policies = new ConcurrentHashMap<>();
  private final Set<List<String>> blocks = ConcurrentHashMap.newKeySet();
  private volatile String admin = "";

  @Override
  final Answer serve(Call call, Behind operator) throws IOException, InterruptedException {
    if (!call.path().startsWith("/_admin/")) {
      return answer(call, served(call, operator));
    }
    Answer answer = operator.answer(call);
    learn(call, answer);
    return answer(call, answer);
  }

  /** Answers a call of an agent. */
  Answer served(Call call, Behind operator) throws IOException, InterruptedException {
    return operator.answer(call);
  }

  private void learn(Call call, Answer answer) {
    JsonNode said = Json.read(answer.body());
    if (said.has("token") && said.has("handle")) {
      handles.put(said.path("token").asText(), said.path("handle").asText());
      admin = call.token();
    }
    if (said.has("policy") && said.has("handle")) {
      policies.put(said.path("handle").asText(), said.path("policy").asText());
    }
    String[] path = call.path().split("/", -1);
    if (path.length == 6 && path[4].equals("blocks") && answer.status() == 204) {
      List<String> block = List.of(path[3], path[5]);
      if (call.method().equals("PUT")) {
        blocks.add(block);
      } else {
        blocks.remove(block);
      }
    }
  }

  /** Who calls; empty for nobody that is known. */
  final String handle(Call call) {
    return handles.getOrDefault(call.token(), "");
  }

  final boolean isKnown(String handle) {
    return policies.containsKey(handle);
  }

  final boolean isClosed(String handle) {
    return policies.getOrDefault(handle, "").equals("allowlist");
  }

  final boolean isBlocked(String handle) {
    return blocks.stream().anyMatch(block -> block.getLast().equals(handle));
  }

  /** Has {@code call} answered while these blocks, blocker and blocked, are lifted. */
  final Answer withoutBlocks(Call call, Behind operator, Predicate<List<String>> lifted)
      throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    for (List<String> block : blocks) {
      if (lifted.test(block) && concerns(call, block)) {
        paths.add("/agents/" + block.getFirst() + "/blocks/" + block.getLast());
      }
    }
    for (String path : paths) {
      var _ = admin(operator, "DELETE", path, "");
    }
    try {
      return operator.answer(call);
    } finally {
      for (String path : paths) {
        var _ = admin(operator, "PUT", path, "");
      }
    }
  }

  /** Checks run side by side: a block of others is none of this call's business. */
  private boolean concerns(Call call, List<String> block) {
    String caller = handle(call);
    return block.contains(caller)
        || block.stream().anyMatch(one -> call.text().contains(Json.quote(one)));
  }

  final Answer admin(Behind operator, String method, String path, String body)
      throws IOException, InterruptedException {
    Map<String, String> headers = new TreeMap<>(Map.of("authorization", "Bearer " + admin));
    return operator.answer(new Call(method, "/_admin" + path, headers, body));
  }
}
