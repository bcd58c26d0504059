package io.github.aspoperator.conformance.report;

import io.github.aspoperator.conformance.check.Found;
import io.github.aspoperator.conformance.play.Exchange;
import java.util.ArrayList;
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

  /** So much of what was said is told at first. */
  static final int LATEST = 8;

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

  /** What was said, in order; what was asked again and answered alike stands there once. */
  public List<String> said() {
    List<String> said = new ArrayList<>();
    int times = 1;
    for (int i = 0; i < exchanges.size(); i++) {
      if (i + 1 < exchanges.size() && exchanges.get(i).equals(exchanges.get(i + 1))) {
        times++;
      } else {
        said.add(exchanges.get(i).text() + (times == 1 ? "" : "\n    (" + times + " times)"));
        times = 1;
      }
    }
    return said;
  }

  /** The message, and the last of what was said. */
  public String story() {
    List<String> said = said();
    StringBuilder story = new StringBuilder(message);
    said.subList(Math.max(0, said.size() - LATEST), said.size())
        .forEach(exchange -> story.append("\n  ").append(exchange));
    return story.toString();
  }
}
