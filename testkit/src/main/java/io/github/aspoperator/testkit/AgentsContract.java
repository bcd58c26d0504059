package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static io.github.aspoperator.testkit.Story.CAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link Agents}.
 *
 * <p>Not asserted: what a page shows of an agent that comes or goes while pages are read.
 */
public abstract class AgentsContract extends Contract {

  private boolean register(Handle handle, Policy policy) {
    return home().agents().register(new Agent(handle, policy));
  }

  @Test
  void aRegisteredAgentIsFoundWithItsPolicy() {
    assertTrue(register(ANN, Policy.OPEN));
    assertTrue(register(BOB, Policy.ALLOWLIST));
    assertEquals(Optional.of(new Agent(ANN, Policy.OPEN)), home().agents().find(ANN));
    assertEquals(Optional.of(new Agent(BOB, Policy.ALLOWLIST)), home().agents().find(BOB));
    assertEquals(Optional.empty(), home().agents().find(CAT));
  }

  @Test
  void aTakenHandleIsNotRegisteredAgain() {
    assertTrue(register(ANN, Policy.OPEN));
    assertFalse(register(ANN, Policy.ALLOWLIST));
    assertEquals(Optional.of(new Agent(ANN, Policy.OPEN)), home().agents().find(ANN));
  }

  @Test
  void ofManyRegistrationsAtOnceExactlyOneIsMade() {
    for (int round = 0; round < 10; round++) {
      Handle handle = Handle.of("@acme.racer" + round);
      List<Boolean> made =
          Racing.all(caller -> register(handle, caller % 2 == 0 ? Policy.OPEN : Policy.ALLOWLIST));
      assertEquals(1, made.stream().filter(m -> m).count(), "made in round " + round);
    }
  }

  @Test
  void severalAreFoundAtOnceAndTheUnknownPassedOver() {
    register(ANN, Policy.OPEN);
    register(CAT, Policy.ALLOWLIST);
    assertEquals(
        Map.of(ANN, new Agent(ANN, Policy.OPEN), CAT, new Agent(CAT, Policy.ALLOWLIST)),
        home().agents().findAll(List.of(CAT, BOB, ANN)));
    assertEquals(Map.of(), home().agents().findAll(Set.of()));
  }

  @Test
  void asManyAsASessionHoldsAreFoundAtOnce() {
    List<Handle> handles =
        Stream.iterate(0, i -> i + 1).limit(256).map(i -> Handle.of("@acme.n" + i)).toList();
    Racing.all(256, i -> register(handles.get(i), Policy.OPEN));
    assertEquals(256, home().agents().findAll(handles).size());
    assertEquals(List.of(), home().agents().removed(handles));
  }

  @Test
  void aPolicyIsSetOnAnAgentThatIsThere() {
    register(ANN, Policy.ALLOWLIST);
    assertTrue(home().agents().setPolicy(ANN, Policy.OPEN));
    assertEquals(Optional.of(new Agent(ANN, Policy.OPEN)), home().agents().find(ANN));
    assertFalse(home().agents().setPolicy(BOB, Policy.OPEN));
    assertEquals(Optional.empty(), home().agents().find(BOB));
  }

  @Test
  void aRemovedAgentIsFoundByNobodyAndNeverRegisteredAgain() {
    register(ANN, Policy.OPEN);
    register(BOB, Policy.OPEN);
    assertTrue(home().agents().remove(ANN));
    assertEquals(Optional.empty(), home().agents().find(ANN));
    assertEquals(Set.of(BOB), home().agents().findAll(List.of(ANN, BOB)).keySet());
    assertFalse(register(ANN, Policy.OPEN));
    assertFalse(home().agents().setPolicy(ANN, Policy.OPEN));
    assertFalse(home().agents().remove(ANN));
    assertEquals(
        List.of(BOB), handles(home().agents().page(Optional.empty(), Optional.empty(), 9)));
  }

  @Test
  void theRemovedAreToldFromThoseThatNeverWere() {
    register(ANN, Policy.OPEN);
    register(BOB, Policy.OPEN);
    home().agents().remove(ANN);
    assertEquals(List.of(ANN), home().agents().removed(List.of(BOB, ANN, CAT)));
  }

  @Test
  void ofManyRemovalsAtOnceOneIsMade() {
    register(ANN, Policy.OPEN);
    List<Boolean> made = Racing.all(_ -> home().agents().remove(ANN));
    assertEquals(1, made.stream().filter(m -> m).count());
  }

  @Test
  void pagesComeInTheOrderOfHandlesAndTogetherAreAll() {
    List<Handle> sorted =
        Stream.of("@a.b", "@a.b-c", "@a.b_", "@a-b.c", "@a_b.c", "@a0.z", "@ab.c", "@b.a", "@a.0")
            .map(Handle::of)
            .sorted()
            .toList();
    sorted.reversed().forEach(handle -> register(handle, Policy.OPEN));
    List<Handle> read = new ArrayList<>();
    Optional<Handle> after = Optional.empty();
    while (true) {
      List<Agent> page = home().agents().page(Optional.empty(), after, 2);
      if (page.isEmpty()) {
        break;
      }
      assertTrue(page.size() <= 2);
      read.addAll(handles(page));
      after = Optional.of(read.getLast());
    }
    assertEquals(sorted, read);
  }

  @Test
  void aPageOfOneOwnerShowsItsAgentsOnly() {
    List.of("@a.x", "@a.y", "@aa.x", "@b.x")
        .forEach(text -> register(Handle.of(text), Policy.OPEN));
    Optional<Owner> owner = Optional.of(new Owner("a"));
    List<Agent> page = home().agents().page(owner, Optional.empty(), 9);
    assertEquals(List.of(Handle.of("@a.x"), Handle.of("@a.y")), handles(page));
    page = home().agents().page(owner, Optional.of(Handle.of("@a.x")), 9);
    assertEquals(List.of(Handle.of("@a.y")), handles(page));
  }

  private static List<Handle> handles(List<Agent> agents) {
    return agents.stream().map(Agent::handle).toList();
  }

  @Test
  void whatWasWrittenOutlivesTheProcess() {
    register(ANN, Policy.ALLOWLIST);
    register(BOB, Policy.OPEN);
    home().agents().setPolicy(ANN, Policy.OPEN);
    home().agents().remove(BOB);
    restart();
    assertEquals(Optional.of(new Agent(ANN, Policy.OPEN)), home().agents().find(ANN));
    assertEquals(List.of(BOB), home().agents().removed(List.of(ANN, BOB)));
    assertFalse(register(BOB, Policy.OPEN));
  }
}
