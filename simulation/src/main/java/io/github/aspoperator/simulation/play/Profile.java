package io.github.aspoperator.simulation.play;

import io.github.aspoperator.simulation.engine.Draw;
import java.util.List;

/**
 * What agents are mostly up to in a schedule: the races lie in different places.
 *
 * @param parts acts with their weights
 */
record Profile(List<Part> parts) {

  /** How likely an act is, against the others. */
  record Part(Act act, int weight) {}

  private static final Profile TALK =
      of(
          part(Act.SEND, 40),
          part(Act.READ, 8),
          part(Act.CONNECT, 12),
          part(Act.CLOSE, 6),
          part(Act.JOIN, 6),
          part(Act.CREATE, 3));

  private static final Profile MEMBERS =
      of(
          part(Act.JOIN, 18),
          part(Act.INVITE, 14),
          part(Act.LEAVE, 10),
          part(Act.END, 7),
          part(Act.REOPEN, 10),
          part(Act.SEND, 15),
          part(Act.CREATE, 5),
          part(Act.CONNECT, 10),
          part(Act.CLOSE, 6),
          part(Act.READ, 5));

  private static final Profile PRESENCE =
      of(
          part(Act.CONNECT, 26),
          part(Act.CLOSE, 20),
          part(Act.VANISH, 8),
          part(Act.CUT, 6),
          part(Act.SEND, 16),
          part(Act.JOIN, 8),
          part(Act.INVITE, 5),
          part(Act.REOPEN, 3),
          part(Act.LEAVE, 3),
          part(Act.END, 2));

  private static final Profile TRUST =
      of(
          part(Act.BLOCK, 14),
          part(Act.UNBLOCK, 6),
          part(Act.COMPARE, 8),
          part(Act.POLICY, 5),
          part(Act.JOIN, 14),
          part(Act.INVITE, 12),
          part(Act.CREATE, 8),
          part(Act.ROTATE, 4),
          part(Act.REMOVE, 2),
          part(Act.SEND, 10),
          part(Act.CONNECT, 12),
          part(Act.REOPEN, 5));

  /** All of them. */
  static final List<Profile> ALL = List.of(TALK, MEMBERS, PRESENCE, TRUST);

  private static Profile of(Part... parts) {
    return new Profile(List.of(parts));
  }

  private static Part part(Act act, int weight) {
    return new Part(act, weight);
  }

  /** One act. */
  Act draw(Draw draw) {
    int at = draw.below(parts.stream().mapToInt(Part::weight).sum());
    for (Part part : parts) {
      at -= part.weight();
      if (at < 0) {
        return part.act();
      }
    }
    throw new IllegalStateException("weights have no sum");
  }
}
