package io.github.aspoperator.bed.template;

import java.util.Optional;

/** What stands behind a route of the WebSocket API. */
public sealed interface SocketRoute {

  /** A function is called. */
  record ToFunction(String functionId) implements SocketRoute {}

  /** The gateway answers itself, with {@code answer} or with nothing. */
  record Mock(Optional<String> answer) implements SocketRoute {}
}
