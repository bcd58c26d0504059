package io.github.aspoperator.stored;

import io.github.aspoperator.delivery.Handouts;
import io.github.aspoperator.delivery.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@link Handouts} as text: for each, d, p and when it was, such as {@code 4,0,1790000041007}. */
public final class HandoutsCodec {

  private static final String NAME = "handouts";

  private HandoutsCodec() {}

  /** The text of {@code handouts}; empty for none. */
  public static String encode(Handouts handouts) {
    return handouts.all().stream()
        .map(one -> one.from().through() + "," + one.from().inRun() + "," + one.at())
        .collect(Collectors.joining(";"));
  }

  /**
   * The handouts that {@link #encode} made {@code text} of.
   *
   * @throws Unreadable when it is none
   */
  public static Handouts decode(String text) {
    if (text.isEmpty()) {
      return Handouts.NONE;
    }
    List<Handouts.Handout> all = new ArrayList<>();
    for (String one : text.split(";", -1)) {
      String[] numbers = one.split(",", -1);
      if (numbers.length != 3) {
        throw new Unreadable(NAME, one + " has no three numbers");
      }
      all.add(
          new Handouts.Handout(
              new Mark(number(numbers[0]), number(numbers[1])), number(numbers[2])));
    }
    return new Handouts(all);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Unreadable(NAME, text + " is no number", e);
    }
  }
}
