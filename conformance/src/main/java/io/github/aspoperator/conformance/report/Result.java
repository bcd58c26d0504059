package io.github.aspoperator.conformance.report;

import io.github.aspoperator.conformance.check.Found;
import io.github.aspoperator.conformance.play.Exchange;
import java.util.List;

/**
 * What came of one check.
 *
 * @param check which
 * @param outcome what came of it
 * @param message why, where it did not pass
 * @param exchanges what was said, where it failed
 * @param millis how long it took
 */
public record Result(
    Found check, Outcome outcome, String message, List<Exchange> exchanges, long millis) {

  /** Copies the list. */
  public Result {
    exchanges = List.copyOf(exchanges);
  }

  /** What came of a check. */
  public enum Outcome {
    /** The operator did what it must. */
    PASSED,
    /** It did not. */
    FAILED,
    /** Something that the check cannot do without was missing. */
    NOT_JUDGED
  }

  /** Its id. */
  public String id() {
    return check.id();
  }

  /** The message, and the last of what was said. */
  public String story() {
    StringBuilder story = new StringBuilder(message);
    int from = Math.max(0, exchanges.size() - 8);
    for (Exchange exchange : exchanges.subList(from, exchanges.size())) {
      story.append("\n  ").append(exchange.text());
    }
    return story.toString();
  }
}
