package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static io.github.aspoperator.testkit.Story.CAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.Block;
import io.github.aspoperator.trust.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link Blocks}.
 *
 * <p>Not asserted: that additions that race at the limit stay below it to the last block.
 */
public abstract class BlocksContract extends Contract {

  private boolean block(Handle blocker, Handle blocked) {
    return home().blocks().add(new Block(blocker, blocked));
  }

  @Test
  void whomAnAgentBlocksComesInTheOrderOfHandlesEachOnce() {
    List<Handle> sorted =
        Stream.of("@a.b", "@a-b.c", "@a_b.c", "@a0.z", "@ab.c", "@a.b-c")
            .map(Handle::of)
            .sorted()
            .toList();
    sorted.reversed().forEach(handle -> assertTrue(block(ANN, handle)));
    assertTrue(block(ANN, sorted.get(3)));
    assertEquals(sorted, home().blocks().of(ANN));
    assertEquals(List.of(), home().blocks().of(BOB));
  }

  @Test
  void amongSomeAreTheBlocksWithBothEndsThere() {
    block(ANN, BOB);
    block(BOB, CAT);
    block(CAT, BOB);
    block(CAT, Handle.of("@widgets.dog"));
    assertEquals(Set.of(new Block(ANN, BOB)), home().blocks().among(List.of(BOB, ANN)));
    assertEquals(
        Set.of(new Block(ANN, BOB), new Block(BOB, CAT), new Block(CAT, BOB)),
        home().blocks().among(List.of(ANN, BOB, CAT, BOB)));
    assertEquals(Set.of(), home().blocks().among(List.of(ANN, CAT)));
    assertEquals(Set.of(), home().blocks().among(List.of()));
  }

  @Test
  void amongAsManyAsASessionHoldsAllAreFound() {
    List<Handle> handles = new ArrayList<>();
    for (int i = 0; i < 356; i++) {
      handles.add(Handle.of("@acme.n" + i));
    }
    block(handles.get(0), handles.get(355));
    block(handles.get(355), handles.get(100));
    block(handles.get(7), CAT);
    assertEquals(
        Set.of(
            new Block(handles.get(0), handles.get(355)),
            new Block(handles.get(355), handles.get(100))),
        home().blocks().among(handles));
  }

  @Test
  void aRemovedBlockStandsNoMoreAndRemovingItAgainChangesNothing() {
    block(ANN, BOB);
    block(ANN, CAT);
    home().blocks().remove(new Block(ANN, BOB));
    home().blocks().remove(new Block(ANN, BOB));
    home().blocks().remove(new Block(CAT, ANN));
    assertEquals(List.of(CAT), home().blocks().of(ANN));
    assertEquals(Set.of(new Block(ANN, CAT)), home().blocks().among(List.of(ANN, BOB, CAT)));
  }

  @Test
  void noneIsAddedWhereThereWouldBeTooMany() {
    List<Handle> most =
        Stream.iterate(0, i -> i + 1).limit(Blocks.MAX).map(i -> Handle.of("@acme.n" + i)).toList();
    home().block(ANN, most);
    assertEquals(Blocks.MAX, home().blocks().of(ANN).size());
    assertFalse(block(ANN, BOB));
    assertEquals(Set.of(), home().blocks().among(List.of(ANN, BOB)));
    assertTrue(block(ANN, Handle.of("@acme.n7")));
    home().blocks().remove(new Block(ANN, Handle.of("@acme.n7")));
    assertTrue(block(ANN, BOB));
  }

  @Test
  void whatManyAddAtOnceIsAllThere() {
    Racing.all(i -> block(ANN, Handle.of("@acme.n" + i / 2))).forEach(added -> assertTrue(added));
    assertEquals(Racing.CALLERS / 2, home().blocks().of(ANN).size());
  }

  @Test
  void whatWasWrittenOutlivesTheProcess() {
    block(ANN, BOB);
    block(ANN, CAT);
    home().blocks().remove(new Block(ANN, BOB));
    restart();
    assertEquals(List.of(CAT), home().blocks().of(ANN));
  }
}
