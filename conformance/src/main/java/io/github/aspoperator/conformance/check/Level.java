package io.github.aspoperator.conformance.check;

/** How much a check weighs. */
public enum Level {
  /** The public protocol demands it. */
  MUST,
  /** The public protocol recommends it. */
  SHOULD,
  /**
   * The public text is silent, and this contract settles it (marked there); a profile may differ.
   */
  OURS
}
