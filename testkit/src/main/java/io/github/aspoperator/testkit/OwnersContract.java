package io.github.aspoperator.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Owners;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@link Owners}.
 *
 * <p>Not asserted: anything about the agents of an owner, which do not depend on it.
 */
public abstract class OwnersContract extends Contract {

  private static final Owner ACME = new Owner("acme");
  private static final Owner WIDGETS = new Owner("widgets");

  @Test
  void anOwnerIsRegisteredOnce() {
    assertFalse(home().owners().exists(ACME));
    assertTrue(home().owners().register(ACME));
    assertTrue(home().owners().exists(ACME));
    assertFalse(home().owners().register(ACME));
    assertFalse(home().owners().exists(WIDGETS));
  }

  @Test
  void aRemovedOwnerMayBeRegisteredAgain() {
    assertTrue(home().owners().register(ACME));
    assertTrue(home().owners().remove(ACME));
    assertFalse(home().owners().exists(ACME));
    assertFalse(home().owners().remove(ACME));
    assertTrue(home().owners().register(ACME));
    assertTrue(home().owners().exists(ACME));
  }

  @Test
  void ofManyRegistrationsAndRemovalsAtOnceOneOfEachIsMade() {
    for (int round = 0; round < 10; round++) {
      List<Boolean> made = Racing.all(_ -> home().owners().register(ACME));
      assertEquals(1, made.stream().filter(m -> m).count(), "made in round " + round);
      List<Boolean> removed = Racing.all(_ -> home().owners().remove(ACME));
      assertEquals(1, removed.stream().filter(m -> m).count(), "removed in round " + round);
    }
  }

  @Test
  void whatWasWrittenOutlivesTheProcess() {
    home().owners().register(ACME);
    home().owners().register(WIDGETS);
    home().owners().remove(WIDGETS);
    restart();
    assertTrue(home().owners().exists(ACME));
    assertFalse(home().owners().exists(WIDGETS));
  }
}
