package io.github.aspoperator.wire.json;

import java.math.BigInteger;

/**
 * One spelling for each number: its digits without leading and trailing zeros, and the power of ten
 * behind them; so that {@code 1.0}, {@code 1} and {@code 10e-1} are the same. Nothing is ever
 * expanded.
 */
final class CanonicalNumber {

  /**
   * An exponent of more digits is no number anybody meant; such a one equals itself as it is
   * spelled.
   */
  private static final int MAX_EXPONENT_DIGITS = 100;

  private CanonicalNumber() {}

  /** The canonical spelling of {@code number}, which is JSON. */
  static String of(String number) {
    boolean negative = number.charAt(0) == '-';
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    String mantissa = number.substring(negative ? 1 : 0, e < 0 ? number.length() : e);
    String exponent = e < 0 ? "0" : number.substring(e + 1);
    int point = mantissa.indexOf('.');
    int fraction = point < 0 ? 0 : mantissa.length() - point - 1;
    String digits =
        point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
    int from = 0;
    while (from < digits.length() && digits.charAt(from) == '0') {
      from++;
    }
    if (from == digits.length()) {
      return "0";
    }
    if (exponent.length() > MAX_EXPONENT_DIGITS) {
      return number;
    }
    int to = digits.length();
    while (digits.charAt(to - 1) == '0') {
      to--;
    }
    BigInteger power =
        new BigInteger(exponent).add(BigInteger.valueOf(digits.length() - to - fraction));
    return (negative ? "-" : "") + digits.substring(from, to) + "e" + power;
  }
}
