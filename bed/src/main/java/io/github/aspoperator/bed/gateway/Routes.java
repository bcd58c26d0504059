package io.github.aspoperator.bed.gateway;

import io.github.aspoperator.bed.template.HttpRoute;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Picks the route of a request as an HTTP API does: the most exact one, then {@code $default}. */
final class Routes {

  private final List<HttpRoute> byExactness;
  private final Optional<HttpRoute> standard;

  /**
   * A route that was picked.
   *
   * @param route what the template says of it
   * @param variables of the path, decoded
   */
  record Match(HttpRoute route, Map<String, String> variables) {}

  Routes(List<HttpRoute> routes) {
    byExactness =
        routes.stream()
            .filter(route -> !route.path().equals(HttpRoute.DEFAULT))
            .sorted(Comparator.comparingInt(Routes::vagueness))
            .toList();
    standard = routes.stream().filter(route -> route.path().equals(HttpRoute.DEFAULT)).findFirst();
  }

  private static int vagueness(HttpRoute route) {
    int variables = (int) route.path().chars().filter(c -> c == '{').count();
    return 2 * variables + (route.method().equals("ANY") ? 1 : 0);
  }

  /** {@code path} is decoded: API Gateway takes an escaped slash for a slash. */
  Optional<Match> match(String method, String path) {
    for (HttpRoute route : byExactness) {
      if (route.method().equals(method) || route.method().equals("ANY")) {
        Optional<Map<String, String>> variables = variables(route.path(), path);
        if (variables.isPresent()) {
          return Optional.of(new Match(route, variables.get()));
        }
      }
    }
    return standard.map(route -> new Match(route, Map.of()));
  }

  private static Optional<Map<String, String>> variables(String pattern, String path) {
    String[] wanted = pattern.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
        variables.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
