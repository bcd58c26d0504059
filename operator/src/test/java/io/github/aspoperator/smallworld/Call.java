package io.github.aspoperator.smallworld;

/** What a transport tells of a connection. */
sealed interface Call {

  /** It is being made. */
  record Arrives(int connection) implements Call {}

  /** It is gone. */
  record Goes(int connection, boolean clean) implements Call {}
}
