package io.github.aspoperator.conformance.check;

/** What a check cannot do without; where it is missing the check is not judged, never passed. */
public enum Need {
  /** The owner's side: fresh agents, policies, blocks, removal. */
  ADMIN("no admin token was given"),
  /** A presence window short enough to wait for. */
  WINDOWS("no short presence windows were announced (--away, --grace)");

  private final String missing;

  Need(String missing) {
    this.missing = missing;
  }

  /** Why a check was not judged, in a few words. */
  public String missing() {
    return missing;
  }
}
