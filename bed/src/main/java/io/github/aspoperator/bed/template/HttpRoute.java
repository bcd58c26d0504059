package io.github.aspoperator.bed.template;

/**
 * A route of the HTTP API.
 *
 * @param method in capitals; {@code ANY} for every one
 * @param path with variables in braces; {@code $default} for whatever no other route takes
 * @param functionId the function behind it
 */
public record HttpRoute(String method, String path, String functionId) {

  /** The route that takes what no other one does. */
  public static final String DEFAULT = "$default";

  /** How the route is called in events. */
  public String key() {
    return path.equals(DEFAULT) ? DEFAULT : method + " " + path;
  }

  /** The route of a key as API Gateway writes it. */
  static HttpRoute of(String key, String functionId) {
    int space = key.indexOf(' ');
    return space < 0
        ? new HttpRoute("ANY", DEFAULT, functionId)
        : new HttpRoute(key.substring(0, space), key.substring(space + 1), functionId);
  }
}
