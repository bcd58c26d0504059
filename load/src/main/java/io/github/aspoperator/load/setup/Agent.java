package io.github.aspoperator.load.setup;

/**
 * One agent of a run.
 *
 * @param number counted from 0
 */
public record Agent(int number, String handle, String token) {
  @Override
  public String toString() {
    return handle;
  }
}
