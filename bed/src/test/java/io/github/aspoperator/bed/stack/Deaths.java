package io.github.aspoperator.bed.stack;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every moment in which a function can die. */
final class Deaths {

  private Deaths() {}

  /** What is done once for each of them. */
  interface Scenario {
    void run(Death death) throws Exception;
  }

  /**
   * Plays {@code scenario}, with a death one moment later each time, until it comes to its end
   * without one: the function is known to make {@code atLeast} calls.
   */
  static void atEachCall(Stack stack, String functionId, int atLeast, Scenario scenario)
      throws Exception {
    Death.Moment moment = Death.Moment.FIRST;
    boolean came = true;
    while (came) {
      stack.awaitQuiet();
      Death death = new Death(stack.bed(), functionId, moment);
      try {
        scenario.run(death);
      } catch (AssertionError e) {
        throw new AssertionError(functionId + " dead at " + moment + ": " + e.getMessage(), e);
      }
      stack.calm();
      came = death.came();
      moment = death.next();
    }
    assertTrue(moment.call() >= atLeast, functionId + " made " + moment.call() + " calls");
  }
}
