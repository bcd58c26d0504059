package io.github.aspoperator.delivery;

/**
 * A set of member indexes (0 to 255) as 256 bits, so that it stays small whatever the size of the
 * session.
 *
 * @param a indexes 0 to 63
 * @param b indexes 64 to 127
 * @param c indexes 128 to 191
 * @param d indexes 192 to 255
 */
public record MemberBits(long a, long b, long c, long d) {

  /** Nobody. */
  public static final MemberBits NONE = new MemberBits(0, 0, 0, 0);

  /** Whether {@code index} is in the set. */
  public boolean has(int index) {
    return (word(index >>> 6) & (1L << index)) != 0;
  }

  /** With {@code index}. */
  public MemberBits with(int index) {
    return set(index >>> 6, word(index >>> 6) | (1L << index));
  }

  /** Without {@code index}. */
  public MemberBits without(int index) {
    return set(index >>> 6, word(index >>> 6) & ~(1L << index));
  }

  /** Whether nobody is in the set. */
  public boolean isEmpty() {
    return (a | b | c | d) == 0;
  }

  private long word(int i) {
    return switch (i) {
      case 0 -> a;
      case 1 -> b;
      case 2 -> c;
      default -> d;
    };
  }

  private MemberBits set(int i, long word) {
    return switch (i) {
      case 0 -> new MemberBits(word, b, c, d);
      case 1 -> new MemberBits(a, word, c, d);
      case 2 -> new MemberBits(a, b, word, d);
      default -> new MemberBits(a, b, c, word);
    };
  }
}
