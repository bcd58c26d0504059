package io.github.aspoperator.bed.template;

/** The template says something that the bed cannot make, or names what is not there. */
public final class TemplateError extends RuntimeException {

  /** With one sentence that names the place. */
  public TemplateError(String message) {
    super(message);
  }
}
