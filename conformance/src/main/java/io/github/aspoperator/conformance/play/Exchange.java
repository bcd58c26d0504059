package io.github.aspoperator.conformance.play;

import java.util.regex.Pattern;

/**
 * What was said and what was answered, without secrets.
 *
 * @param who the caller, or what it called itself
 * @param call method and path
 * @param body what was sent
 * @param status of the answer
 * @param answer the body of the answer
 */
public record Exchange(String who, String call, String body, int status, String answer) {

  private static final int LONGEST = 600;
  private static final Pattern SECRET =
      Pattern.compile("(\"(?:token|ticket)\"\\s*:\\s*\")[^\"]*|(ticket=)[^&\\s]*");

  /** Two lines: what went there, and what came back. */
  public String text() {
    String said = body.isEmpty() ? "" : " " + brief(body);
    String back = answer.isEmpty() ? "" : " " + brief(answer);
    return who + "  " + redacted(call) + said + "\n    -> " + status + back;
  }

  private static String brief(String text) {
    String clean = redacted(text);
    return clean.length() <= LONGEST
        ? clean
        : clean.substring(0, LONGEST) + "… (" + clean.length() + " characters)";
  }

  static String redacted(String text) {
    return SECRET.matcher(text).replaceAll("$1$2…");
  }

  @Override
  public String toString() {
    return text();
  }
}
