package io.github.aspoperator.local.secondlook;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.refusal.Refused;
import java.util.function.Supplier;

/**
 * Interleaves two writers both ways: each is stopped before every call it makes to a port, and
 * behind its last, and the other runs there from its beginning to its end.
 */
final class BothWays {

  private BothWays() {}

  /** Two writers that could miss each other, on a stage of their own. */
  interface Pair {

    Stage stage();

    /** The one, through {@code ports}; it may be refused. */
    void one(Ports ports);

    /** The other, through {@code ports}; it may be refused. */
    void other(Ports ports);

    /** What must hold when both are over and nothing is left to do; {@code how} says which way. */
    void holds(String how);
  }

  private interface Writer {
    void write(Pair pair, Ports ports);
  }

  static void holds(Supplier<? extends Pair> pairs) {
    int stops =
        oneWay(pairs, "one", Pair::one, Pair::other)
            + oneWay(pairs, "other", Pair::other, Pair::one);
    assertTrue(stops > 4, "nobody was stopped");
  }

  private static int oneWay(
      Supplier<? extends Pair> pairs, String who, Writer stopped, Writer meanwhile) {
    int call = 0;
    boolean tripped = true;
    while (tripped) {
      Pair pair = pairs.get();
      try (Stage stage = pair.stage()) {
        Runnable whole = () -> refusable(() -> meanwhile.write(pair, stage.ports()));
        Tripwire wire = new Tripwire(call, whole);
        refusable(() -> stopped.write(pair, wire.on(stage.ports())));
        tripped = wire.hasTripped();
        if (!tripped) {
          whole.run();
        }
        stage.settle();
        pair.holds(who + " was stopped before call " + call + ", " + wire.where());
      }
      call++;
    }
    return call;
  }

  private static void refusable(Runnable writer) {
    try {
      writer.run();
    } catch (Refused refused) {
      // who comes second may be: what must hold is asked at the end
    }
  }
}
