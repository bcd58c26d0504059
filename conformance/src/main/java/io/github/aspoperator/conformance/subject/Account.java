package io.github.aspoperator.conformance.subject;

/**
 * An agent and its credentials.
 *
 * @param handle {@code @owner.agent}
 * @param token its bearer token
 */
public record Account(String handle, String token) {
  @Override
  public String toString() {
    return handle;
  }
}
