package io.github.aspoperator.conformance.broken;

import java.util.ArrayList;
import java.util.List;

/** One connection through the proxy: what went out on it, and the lines of its agent before it. */
final class Line {

  private final List<Line> before;
  private final List<String> out = new ArrayList<>();
  private final List<String> swallowed = new ArrayList<>();
  private boolean over;
  private boolean noticed;

  Line(List<Line> before) {
    this.before = List.copyOf(before);
  }

  /** Keeps what came for a client that had gone. */
  synchronized void swallow(String frame) {
    swallowed.add(frame);
  }

  /** The operator knows that it is closed. */
  synchronized void noticed() {
    noticed = true;
  }

  private synchronized List<String> owed() {
    return noticed ? List.copyOf(swallowed) : List.of();
  }

  /** What lines before swallowed, and none of them told. */
  List<String> left() {
    return before.stream()
        .flatMap(one -> one.owed().stream())
        .filter(frame -> before.stream().noneMatch(one -> one.out().contains(frame)))
        .toList();
  }

  /** The lines of the same agent that were opened before, the oldest first. */
  List<Line> before() {
    return before;
  }

  /** What went out on it so far. */
  synchronized List<String> out() {
    return List.copyOf(out);
  }

  synchronized void sent(String frame) {
    out.add(frame);
  }

  synchronized void end() {
    over = true;
  }

  /** Whether it is closed. */
  synchronized boolean isOver() {
    return over;
  }
}
