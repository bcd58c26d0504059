package io.github.aspoperator.wire.json;

/**
 * Where in the document the reader is: one step for each open object or array. Costs two array
 * writes on the way in; only an error spells it out, as a JSON pointer.
 */
final class Place {

  /** Objects and arrays inside each other, the outermost included (protocol section 4). */
  static final int MAX_DEPTH = 64;

  private static final int MAX_POINTER = 512;
  private static final int NOWHERE = -1;
  private static final int FIRST = -2;

  /** By depth: where the current name begins, or -2 - index. */
  private final int[] steps = new int[MAX_DEPTH + 1];

  /** By depth: the fields met so far. */
  private final int[] seen = new int[MAX_DEPTH + 1];

  private int depth;

  /** Goes into an object or array. Answers false when that is too deep. */
  boolean enter() {
    if (depth == MAX_DEPTH) {
      return false;
    }
    depth++;
    steps[depth] = NOWHERE;
    seen[depth] = 0;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Goes to the next element. */
  void element() {
    steps[depth] = isFirst() ? FIRST : steps[depth] - 1;
  }

  /** Goes to the field whose name begins at {@code name}. */
  void field(int name) {
    steps[depth] = name;
  }

  /** Whether nothing was met yet in the innermost object or array. */
  boolean isFirst() {
    return steps[depth] == NOWHERE;
  }

  /** Notes field number {@code bit}. Answers false when it was noted before. */
  boolean see(int bit) {
    boolean fresh = (seen[depth] & (1 << bit)) == 0;
    seen[depth] |= 1 << bit;
    return fresh;
  }

  /** The fields met in the object that was left last at this depth. */
  int seenBelow() {
    return seen[depth + 1];
  }

  /** The JSON pointer to here; cut off where it gets longer than 512 characters. */
  String pointer(byte[] in) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 1; i <= depth; i++) {
      int step = steps[i];
      if (step <= FIRST) {
        pointer.append('/').append(FIRST - step);
      } else if (step != NOWHERE) {
        Lexer name = new Lexer(in);
        name.at = step;
        boolean escapes = name.string();
        pointer.append('/').append(segment(Text.of(in, step, name.at, escapes)));
      }
    }
    pointer.setLength(Math.min(pointer.length(), MAX_POINTER));
    return pointer.toString();
  }

  /** {@code name} as a step of a JSON pointer. */
  static String segment(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
