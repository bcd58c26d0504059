package io.github.aspoperator.bed.stack;

/** The flags of the JVM that the template gives every function. */
final class TemplateFlags {

  private static final String PICKED_UP = "Picked up JAVA_TOOL_OPTIONS: ";

  private TemplateFlags() {}

  /**
   * Whether a JVM says in {@code line} of its log that it has them: the one line that is no JSON.
   */
  static boolean areIn(String line) {
    return line.startsWith(PICKED_UP);
  }
}
