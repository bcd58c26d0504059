package io.github.aspoperator.wire.json;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lone surrogates that are spelled as escapes: text like any other (protocol section 4), but
 * Jackson refuses them in names. So it is shown, instead of such an escape, six times the surrogate
 * itself, which it takes, which is as long, and which nobody can have sent: UTF-8 cannot spell it.
 */
final class LoneSurrogates {

  private static final String HIGH = "u[dD][89abAB]\\p{XDigit}{2}";
  private static final String LOW = "u[dD][c-fC-F]\\p{XDigit}{2}";

  /** A pair, a lone surrogate, or whatever else is escaped. */
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:" + HIGH + "\\\\" + LOW + "|(" + HIGH + "|" + LOW + ")|.)");

  private static final Pattern MASKED = Pattern.compile("(\\p{Cs})\\1{5}");

  private LoneSurrogates() {}

  /** Masks them in {@code shown}, the characters of {@code json}; answers whether it has any. */
  static boolean mask(String json, char[] shown) {
    if (!json.contains("\\ud") && !json.contains("\\uD")) {
      return false;
    }
    boolean any = false;
    for (Matcher escape = ESCAPE.matcher(json); escape.find(); ) {
      String lone = escape.group(1);
      if (lone != null) {
        char surrogate = (char) Integer.parseInt(lone, 1, lone.length(), 16);
        Arrays.fill(shown, escape.start(), escape.end(), surrogate);
        any = true;
      }
    }
    return any;
  }

  /** What was sent where Jackson read {@code text} in something masked. */
  static String unmask(String text) {
    return MASKED.matcher(text).replaceAll("$1");
  }
}
