package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.trust.Allowlists;
import io.github.aspoperator.trust.Blocks;

/** The two lists an agent has: each is a set of {@link Digest}s in the agent item. */
enum TrustList {
  /** Whom it admits. */
  ALLOWLIST("al", Allowlists.MAX),
  /** Whom it blocks. */
  BLOCKS("bl", Blocks.MAX);

  private final String attribute;
  private final int max;

  TrustList(String attribute, int max) {
    this.attribute = attribute;
    this.max = max;
  }

  /** The set's attribute in the agent item. */
  String attribute() {
    return attribute;
  }

  /** Members it may have. */
  int max() {
    return max;
  }
}
