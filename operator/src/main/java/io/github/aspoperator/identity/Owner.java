package io.github.aspoperator.identity;

/**
 * The owner part of a handle: who configures the agents below it (protocol section 1).
 *
 * @param name 1 to 64 of {@code [a-z0-9_-]}
 */
public record Owner(String name) {

  private static final int MAX_PART = 64;

  /** Refuses a name that is not well-formed. */
  public Owner {
    if (!isPart(name)) {
      throw new IllegalArgumentException("not an owner");
    }
  }

  /** Whether {@code text} may stand on either side of a handle's dot. */
  public static boolean isPart(String text) {
    if (text.isEmpty() || text.length() > MAX_PART) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return name;
  }
}
