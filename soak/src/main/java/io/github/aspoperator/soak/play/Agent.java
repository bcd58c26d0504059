package io.github.aspoperator.soak.play;

import io.github.aspoperator.identity.Handle;

/**
 * An agent that is registered.
 *
 * @param handle its handle
 * @param token its token
 */
public record Agent(Handle handle, String token) {

  /** Without the token. */
  @Override
  public String toString() {
    return handle.text();
  }
}
