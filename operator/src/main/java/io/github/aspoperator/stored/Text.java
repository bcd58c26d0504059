package io.github.aspoperator.stored;

/**
 * What UTF-8 can and cannot carry: JSON lets a client send half a surrogate pair, and we store what
 * was sent.
 */
final class Text {

  private Text() {}

  /** Whether every surrogate of {@code value} stands in a pair, so that UTF-8 keeps it. */
  static boolean isUnicode(String value) {
    int i = 0;
    while (i < value.length()) {
      char c = value.charAt(i);
      if (Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == value.length() || !Character.isLowSurrogate(value.charAt(i))) {
          return false;
        }
      }
      i++;
    }
    return true;
  }

  /** Two bytes for each UTF-16 unit, paired or not. */
  static byte[] units(String value) {
    byte[] units = new byte[value.length() * 2];
    for (int i = 0; i < value.length(); i++) {
      units[2 * i] = (byte) (value.charAt(i) >>> 8);
      units[2 * i + 1] = (byte) value.charAt(i);
    }
    return units;
  }

  /** The text of {@link #units}. */
  static String ofUnits(byte[] bytes, int from, int length) {
    char[] units = new char[length / 2];
    for (int i = 0; i < units.length; i++) {
      units[i] = (char) ((bytes[from + 2 * i] << 8) | (bytes[from + 2 * i + 1] & 0xff));
    }
    return new String(units);
  }
}
