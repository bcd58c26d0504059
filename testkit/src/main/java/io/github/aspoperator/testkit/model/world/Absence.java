package io.github.aspoperator.testkit.model.world;

/** What comes of staying away (section 5), as the windows of the operator are set. */
public enum Absence {
  /** The away window is longer than the test. */
  UNNOTICED(false, false),
  /** Away at once; grace is longer than the test. */
  PUBLISHED(true, false),
  /** Away at once, and soon after gone for good. */
  PUBLISHED_THEN_FINAL(true, true),
  /** Grace is not above the away window: gone without disconnected. */
  FINAL(false, true);

  private final boolean isPublished;
  private final boolean isFinal;

  Absence(boolean isPublished, boolean isFinal) {
    this.isPublished = isPublished;
    this.isFinal = isFinal;
  }

  /** Whether {@code session.disconnected} comes. */
  public boolean isPublished() {
    return isPublished;
  }

  /** Whether {@code session.left} comes. */
  public boolean isFinal() {
    return isFinal;
  }
}
