package io.github.aspoperator.wire.json;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Escapes that Jackson does not judge as protocol section 4 does.
 *
 * <p>Lone surrogates are text like any other, but Jackson refuses them in names. So it is shown,
 * instead of such an escape, six times the surrogate itself, which it takes, which is as long, and
 * which nobody can have sent: UTF-8 cannot spell it.
 *
 * <p>Only ASCII spells a hexadecimal digit, but Jackson looks at the lowest eight bits of a
 * character and takes {@code U+0230} for {@code 0}. So it is shown a character that it refuses.
 */
final class Escapes {

  private static final String HIGH = "u[dD][89abAB]\\p{XDigit}{2}";
  private static final String LOW = "u[dD][c-fC-F]\\p{XDigit}{2}";

  /** A pair, a lone surrogate, a malformed one, or whatever else is escaped. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:"
              + (HIGH + "\\\\" + LOW)
              + ("|(?<lone>" + HIGH + "|" + LOW + ")")
              + "|(?<malformed>u)(?!\\p{XDigit}{4})"
              + "|.)",
          Pattern.DOTALL);

  private static final Pattern MASKED = Pattern.compile("(\\p{Cs})\\1{5}");

  private Escapes() {}

  /** Masks them in {@code shown}, the characters of {@code json}; whether to {@link #unmask}. */
  static boolean mask(String json, char[] shown) {
    if (!json.contains("\\u")) {
      return false;
    }
    boolean any = false;
    for (Matcher escape = ESCAPE.matcher(json); escape.find(); ) {
      String lone = escape.group("lone");
      if (lone != null) {
        char surrogate = (char) Integer.parseInt(lone, 1, lone.length(), 16);
        Arrays.fill(shown, escape.start(), escape.end(), surrogate);
        any = true;
      } else if (escape.group("malformed") != null && escape.end() < shown.length) {
        shown[escape.end()] = ' ';
      }
    }
    return any;
  }

  /** What was sent where Jackson read {@code text} in something masked. */
  static String unmask(String text) {
    return MASKED.matcher(text).replaceAll("$1");
  }
}
