package io.github.aspoperator.smallworld;

import io.github.aspoperator.job.Step;
import io.github.aspoperator.operator.Ports;
import java.util.List;
import java.util.Optional;

/**
 * An errand, held after some of its port calls: the production code is run anew up to there on the
 * answers it had, makes one call more, and is held again.
 *
 * @param errand which
 * @param answers what its calls were answered so far
 */
record Held(Errand errand, List<Object> answers) implements Step<Ports> {

  static Held before(Errand errand) {
    return new Held(errand, List.of());
  }

  @Override
  public Optional<Held> run(Ports ports) {
    throw new UnsupportedOperationException("needs its stage");
  }

  Optional<Held> run(Stage stage) {
    Rehearsal rehearsal = new Rehearsal(stage, answers);
    return rehearsal.holds(() -> errand.run(rehearsal.ports()))
        ? Optional.of(new Held(errand, rehearsal.answers()))
        : Optional.empty();
  }
}
