package io.github.aspoperator.identity;

/**
 * One live connection, named by whatever transport holds it.
 *
 * @param text opaque, at least one character
 */
public record ConnectionId(String text) {

  @Override
  public String toString() {
    return text;
  }
}
