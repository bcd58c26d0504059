package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static io.github.aspoperator.testkit.Story.CAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Allowlists;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link Allowlists}.
 *
 * <p>Not asserted: that additions that race at the limit stay below it to the last entry.
 */
public abstract class AllowlistsContract extends Contract {

  private static final AllowlistEntry ALL_OF_WIDGETS =
      new AllowlistEntry.AllOf(new Owner("widgets"));

  private static AllowlistEntry one(Handle handle) {
    return new AllowlistEntry.One(handle);
  }

  private static List<AllowlistEntry> many(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> one(Handle.of("@acme.n" + i))).toList();
  }

  @Test
  void entriesComeInTheOrderOfTheirTextEachOnce() {
    List<AllowlistEntry> sorted =
        Stream.of("@a.*", "@a.-", "@a.b", "@a-b.c", "@a_b.*", "@b.0")
            .sorted()
            .map(text -> AllowlistEntry.parse(text).orElseThrow())
            .toList();
    assertTrue(home().allowlists().add(ANN, sorted.reversed()));
    assertTrue(home().allowlists().add(ANN, List.of(sorted.get(2), sorted.get(2))));
    assertEquals(sorted, home().allowlists().of(ANN));
    assertEquals(List.of(), home().allowlists().of(BOB));
  }

  @Test
  void aListCoversThoseItNamesAndAllOfAnOwnerItNames() {
    home().allowlists().add(ANN, List.of(one(BOB), ALL_OF_WIDGETS));
    Handle stranger = Handle.of("@acme.bobby");
    Handle almost = Handle.of("@widgets2.cat");
    assertEquals(
        Set.of(BOB, CAT),
        home().allowlists().covered(ANN, List.of(stranger, CAT, almost, BOB, ANN)));
    assertEquals(Set.of(), home().allowlists().covered(BOB, List.of(ANN, CAT)));
  }

  @Test
  void thoseWhoseListsCoverSomebodyAreFound() {
    home().allowlists().add(ANN, List.of(one(CAT)));
    home().allowlists().add(BOB, List.of(ALL_OF_WIDGETS));
    home().allowlists().add(CAT, List.of(one(ANN)));
    assertEquals(Set.of(ANN, BOB), home().allowlists().covering(List.of(BOB, CAT, ANN), CAT));
    assertEquals(Set.of(CAT), home().allowlists().covering(Set.of(BOB, CAT), ANN));
  }

  @Test
  void aRemovedEntryCoversNobodyAndRemovingItAgainChangesNothing() {
    home().allowlists().add(ANN, List.of(one(CAT), ALL_OF_WIDGETS, one(BOB)));
    home().allowlists().remove(ANN, ALL_OF_WIDGETS);
    assertEquals(List.of(one(BOB), one(CAT)), home().allowlists().of(ANN));
    home().allowlists().remove(ANN, one(CAT));
    home().allowlists().remove(ANN, one(CAT));
    assertEquals(Set.of(BOB), home().allowlists().covered(ANN, List.of(BOB, CAT)));
  }

  @Test
  void noneIsAddedWhereThereWouldBeTooMany() {
    assertTrue(home().allowlists().add(ANN, many(0, Allowlists.MAX - 2)));
    assertFalse(home().allowlists().add(ANN, many(Allowlists.MAX, Allowlists.MAX + 3)));
    assertEquals(Allowlists.MAX - 2, home().allowlists().of(ANN).size());
    assertTrue(home().allowlists().add(ANN, many(Allowlists.MAX - 5, Allowlists.MAX)));
    assertEquals(Allowlists.MAX, home().allowlists().of(ANN).size());
    assertTrue(home().allowlists().add(ANN, many(5, 9)));
    assertFalse(home().allowlists().add(ANN, List.of(ALL_OF_WIDGETS)));
    home().allowlists().remove(ANN, one(Handle.of("@acme.n7")));
    assertTrue(home().allowlists().add(ANN, List.of(ALL_OF_WIDGETS)));
  }

  @Test
  void whatManyAddAtOnceIsAllThere() {
    Racing.all(i -> home().allowlists().add(ANN, many(i, i + 2)))
        .forEach(added -> assertTrue(added));
    assertEquals(Racing.CALLERS + 1, home().allowlists().of(ANN).size());
  }

  @Test
  void whatWasWrittenOutlivesTheProcess() {
    home().allowlists().add(ANN, List.of(one(BOB), ALL_OF_WIDGETS));
    home().allowlists().remove(ANN, one(BOB));
    restart();
    assertEquals(List.of(ALL_OF_WIDGETS), home().allowlists().of(ANN));
  }
}
