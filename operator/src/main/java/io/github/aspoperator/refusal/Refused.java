package io.github.aspoperator.refusal;

/** Carries a {@link Refusal} out of a call; cheap: no stack trace, since nothing went wrong. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** Carries {@code refusal}. */
  public Refused(Refusal refusal) {
    super(refusal.getClass().getSimpleName(), null, false, false);
    this.refusal = refusal;
  }

  /** What was refused. */
  public Refusal refusal() {
    return refusal;
  }
}
