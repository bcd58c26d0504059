package io.github.aspoperator.conformance.broken;

import java.util.ArrayList;
import java.util.List;

/** One connection through the proxy: what went out on it, and the lines of its agent before it. */
final class Line {

  private final List<Line> before;
  private final List<String> out = new ArrayList<>();
  private boolean over;

  Line(List<Line> before) {
    this.before = List.copyOf(before);
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
