package io.github.aspoperator.wire.json;

/** The bytes are not JSON; says where. Never leaves this package. */
final class Malformed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int at;

  /** Not JSON at byte {@code at}. */
  Malformed(int at) {
    super("not JSON at byte " + at, null, false, false);
    this.at = at;
  }

  /**
   * The first byte that cannot stand where it is; the length of the document when it ends too
   * early.
   */
  int at() {
    return at;
  }
}
