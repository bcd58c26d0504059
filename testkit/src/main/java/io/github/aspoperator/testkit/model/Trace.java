package io.github.aspoperator.testkit.model;

import io.github.aspoperator.testkit.model.world.Session;
import java.util.ArrayList;
import java.util.List;

/** What was done in a run, in the words of the wire, with sessions by number. */
final class Trace {

  private final List<String> lines = new ArrayList<>();

  void add(String line) {
    lines.add(line);
  }

  /** Says how the last thing went. */
  void went(String how) {
    lines.set(lines.size() - 1, lines.getLast() + " -> " + how);
  }

  String text(List<Session> sessions) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (String line : lines) {
      text.append("\n  ").append(++number).append("  ").append(line);
    }
    String all = text.toString();
    for (Session session : sessions) {
      all = session.isKnown() ? all.replace(session.id(), session.toString()) : all;
    }
    return all;
  }
}
