package io.github.aspoperator.conformance.broken;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Wrong delivery: what is lost, repeated, swapped or told to the wrong connection. */
final class StreamFaults {

  private StreamFaults() {}

  static List<Broken> all() {
    return List.of(
        new Broken(
            "what was heard comes again after a clean close",
            "ASP-DEL-005",
            () ->
                new Fault() {
                  @Override
                  List<String> opening(Line line) {
                    boolean alone = line.before().stream().allMatch(Line::isOver);
                    return alone && !line.before().isEmpty()
                        ? tail(line.before().getLast().out())
                        : List.of();
                  }
                }),
        new Broken(
            "a message is lost", "ASP-DEL-013", () -> frames(f -> !f.contains("\"message 7\""))),
        new Broken(
            "the sender does not hear itself",
            "ASP-ELI-010",
            () -> frames(f -> !f.contains("\"mine\""))),
        new Broken("two messages come in the wrong order", "ASP-RUN-004", Swap::new),
        new Broken(
            "only the first connection gets live events",
            "ASP-DEL-003",
            () ->
                new Fault() {
                  @Override
                  List<String> frame(Line line, String frame) {
                    boolean second = line.before().stream().anyMatch(l -> !l.isOver());
                    return second && frame.contains("\"to both\"") ? List.of() : List.of(frame);
                  }
                }),
        new Broken(
            "a connection beside another is told nothing",
            "ASP-DEL-011",
            () ->
                new Fault() {
                  @Override
                  List<String> frame(Line line, String frame) {
                    boolean had =
                        line.before().stream()
                            .anyMatch(l -> !l.isOver() && l.out().contains(frame));
                    return had && frame.contains("said before") ? List.of() : List.of(frame);
                  }
                }),
        new Broken(
            "frames come twice",
            "ASP-RUN-003",
            () ->
                new Fault() {
                  @Override
                  List<String> frame(Line line, String frame) {
                    return frame.contains("\"in between\"")
                        ? List.of(frame, frame)
                        : List.of(frame);
                  }
                }),
        new Broken(
            "a frame says something else than the history",
            "ASP-RUN-001",
            () ->
                new Fault() {
                  @Override
                  List<String> frame(Line line, String frame) {
                    return List.of(frame.replace("\"message 7\"", "\"message seven\""));
                  }
                }),
        new Broken(
            "pings are not answered", "ASP-CNN-003", () -> frames(f -> !f.contains("\"pong\""))),
        new Broken("invitees are not told while they are away", "ASP-DEL-006", Late::new),
        new Broken(
            "a client's frame may be as large as it likes",
            "ASP-CNN-006",
            () ->
                new Fault() {
                  @Override
                  int mostFrameBytes() {
                    return Integer.MAX_VALUE;
                  }
                }));
  }

  /** Loses invitations that are older than the connection. */
  private static final class Late extends Fault {
    @Override
    List<String> frame(Line line, String frame) {
      boolean replayed = line.out().isEmpty() && line.before().isEmpty();
      return replayed && frame.contains("session.invited") && frame.contains("\"sequence\":1,")
          ? List.of()
          : List.of(frame);
    }
  }

  /** Holds one frame back until the next one has gone out. */
  private static final class Swap extends Fault {
    private final List<String> held = new ArrayList<>();

    @Override
    synchronized List<String> frame(Line line, String frame) {
      if (frame.contains("\"one 1\"")) {
        held.add(frame);
        return List.of();
      }
      if (frame.contains("\"one 2\"") && !held.isEmpty()) {
        return List.of(frame, held.removeFirst());
      }
      return List.of(frame);
    }
  }

  private static List<String> tail(List<String> out) {
    return out.subList(Math.max(0, out.size() - 1), out.size());
  }

  private static Fault frames(Predicate<String> kept) {
    return new Fault() {
      @Override
      List<String> frame(Line line, String frame) {
        return kept.test(frame) ? List.of(frame) : List.of();
      }
    };
  }
}
