package io.github.aspoperator.testkit.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.aspoperator.testkit.client.Answer;
import io.github.aspoperator.testkit.client.Line;
import io.github.aspoperator.testkit.model.world.Agent;
import io.github.aspoperator.testkit.model.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The agents of a run, under handles that no other run has; whoever is beyond them is a stranger.
 */
final class Cast {

  private static final List<String> NAMES = List.of("ann", "bob", "cat", "dan", "eve", "fay");

  private final String name;
  private final int size;
  private final List<Agent> agents = new ArrayList<>();
  private final Map<Agent, String> tokens = new HashMap<>();

  Cast(String name, Plan plan, World world, Line line, String adminToken) {
    this.name = name;
    this.size = plan.open().size();
    for (boolean open : plan.open()) {
      String handle = handle(agents.size());
      String body =
          JsonNodeFactory.instance
              .objectNode()
              .put("handle", handle)
              .put("policy", open ? "open" : "allowlist")
              .toString();
      Answer answer = line.call(adminToken, "POST", "/_admin/agents", body);
      if (answer.status() != 201) {
        throw new IllegalStateException(handle + ": " + answer.body());
      }
      Agent agent = world.register(handle, open);
      agents.add(agent);
      tokens.put(agent, answer.text("token"));
    }
  }

  List<Agent> all() {
    return agents;
  }

  /** Those whom nobody removed. */
  List<Agent> living() {
    return agents.stream().filter(agent -> !agent.isRemoved()).toList();
  }

  Agent agent(int number) {
    return agents.get(number);
  }

  /** It has another token from now on. */
  void token(Agent agent, String next) {
    tokens.put(agent, next);
  }

  String token(Agent agent) {
    return tokens.getOrDefault(agent, "");
  }

  /** The agents are of two owners. */
  String handle(int number) {
    return number < size ? owner(number) + "." + NAMES.get(number) : stranger(number);
  }

  String owner(int number) {
    return "@" + name + "-" + number % 2;
  }

  /** A handle that nobody has. */
  static String stranger(int number) {
    return "@nobody." + "x".repeat(1 + number);
  }
}
