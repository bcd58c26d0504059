package io.github.aspoperator.wire.route;

import io.github.aspoperator.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The one table of all calls: method, path, meaning. */
public final class Endpoints {

  private static final List<Route> TABLE =
      List.of(
          route("POST", "/sessions", Endpoint.CREATE),
          route("GET", "/sessions", Endpoint.LIST_SESSIONS),
          route("GET", "/sessions/{id}", Endpoint.GET_SESSION),
          route("GET", "/sessions/{id}/events", Endpoint.EVENTS),
          route("POST", "/sessions/{id}/join", Endpoint.JOIN),
          route("POST", "/sessions/{id}/invite", Endpoint.INVITE),
          route("POST", "/sessions/{id}/messages", Endpoint.SEND),
          route("POST", "/sessions/{id}/leave", Endpoint.LEAVE),
          route("POST", "/sessions/{id}/end", Endpoint.END),
          route("POST", "/sessions/{id}/reopen", Endpoint.REOPEN),
          route("GET", "/connect", Endpoint.CONNECT),
          route("POST", "/connect/tickets", Endpoint.TICKET),
          route("GET", "/healthz", Endpoint.HEALTH),
          route("GET", "/health", Endpoint.HEALTH),
          route("GET", "/openapi.json", Endpoint.OPENAPI),
          route("GET", "/asyncapi.json", Endpoint.ASYNCAPI),
          route("GET", "/schemas/{file}", Endpoint.SCHEMA),
          route("POST", "/_admin/agents", Endpoint.REGISTER_AGENT),
          route("GET", "/_admin/agents", Endpoint.LIST_AGENTS),
          route("GET", "/_admin/agents/{handle}", Endpoint.GET_AGENT),
          route("PATCH", "/_admin/agents/{handle}", Endpoint.PATCH_AGENT),
          route("DELETE", "/_admin/agents/{handle}", Endpoint.REMOVE_AGENT),
          route("POST", "/_admin/agents/{handle}/rotate-token", Endpoint.ROTATE_AGENT_TOKEN),
          route("POST", "/_admin/agents/{handle}/allowlist", Endpoint.ADD_TO_ALLOWLIST),
          route(
              "DELETE",
              "/_admin/agents/{handle}/allowlist/{entry}",
              Endpoint.REMOVE_FROM_ALLOWLIST),
          route("GET", "/_admin/agents/{handle}/blocks", Endpoint.LIST_BLOCKS),
          route("PUT", "/_admin/agents/{handle}/blocks/{peer}", Endpoint.BLOCK),
          route("DELETE", "/_admin/agents/{handle}/blocks/{peer}", Endpoint.UNBLOCK),
          route("POST", "/_admin/owners", Endpoint.REGISTER_OWNER),
          route("POST", "/_admin/owners/{owner}/rotate-token", Endpoint.ROTATE_OWNER_TOKEN),
          route("DELETE", "/_admin/owners/{owner}", Endpoint.REMOVE_OWNER));

  private Endpoints() {}

  /**
   * What a request line means. Paths are exact: no slash at the end, no empty segment, and what is
   * badly encoded is not there. HEAD is no method of any call. A session id that cannot be one is
   * still a path that is: it is not found later, behind the check of credentials.
   *
   * @param method as sent; case matters
   * @param rawPath as sent, without the query, not decoded
   */
  public static Routing match(String method, String rawPath) {
    List<String> path = Template.split(rawPath);
    Set<String> allowed = new TreeSet<>();
    for (Route route : TABLE) {
      Optional<Map<String, String>> variables = route.template().match(path);
      if (variables.isPresent()) {
        if (route.method().equals(method)) {
          return new Routing.Match(route.endpoint(), variables.get());
        }
        allowed.add(route.method());
      }
    }
    if (allowed.isEmpty()) {
      return new Routing.None(new Refusal.NotFound());
    }
    allowed.add("OPTIONS");
    return method.equals("OPTIONS")
        ? new Routing.Preflight()
        : new Routing.None(new Refusal.MethodNotAllowed(String.join(", ", allowed)));
  }

  /** Every call as {@code METHOD /path/{gap}}. */
  static Set<String> spelled() {
    Set<String> calls = new TreeSet<>();
    for (Route route : TABLE) {
      calls.add(route.method() + " /" + String.join("/", route.template().segments()));
    }
    return calls;
  }

  private static Route route(String method, String template, Endpoint endpoint) {
    return new Route(method, Template.of(template), endpoint);
  }

  private record Route(String method, Template template, Endpoint endpoint) {}
}
