package io.github.aspoperator.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Handle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** reachable(a, b): both exist, each admits the other, and neither blocks the other (section 2). */
final class ReachabilityTest {

  private static final Handle ANN = Handle.of("@lab.ann");
  private static final Handle BOB = Handle.of("@shop.bob");
  private static final Handle CAT = Handle.of("@shop.cat");

  /** What stands at one side, as far as the other is concerned. */
  enum Gate {
    OPEN(true),
    LISTS_IT(true),
    LISTS_ITS_OWNER(true),
    LISTS_IT_AMONG_OTHERS(true),
    OPEN_WITH_A_LIST_OF_OTHERS(true),
    CLOSED(false),
    LISTS_ITS_SIBLING(false),
    LISTS_ITS_NAMESAKE(false),
    LISTS_ANOTHER_OWNER(false),
    LISTS_ITSELF(false),
    UNKNOWN(false);

    private final boolean admits;

    Gate(boolean admits) {
      this.admits = admits;
    }

    void stand(Town town, Handle self, Handle other) {
      String owner = other.owner().name();
      switch (this) {
        case OPEN -> town.open(self);
        case LISTS_IT -> town.listing(self, other.text());
        case LISTS_ITS_OWNER -> town.listing(self, "@" + owner + ".*");
        case LISTS_IT_AMONG_OTHERS -> town.listing(self, "@x.y", other.text(), "@z.*");
        case OPEN_WITH_A_LIST_OF_OTHERS -> town.listing(self, "@x.y").open(self);
        case CLOSED -> town.listing(self);
        case LISTS_ITS_SIBLING -> town.listing(self, "@" + owner + ".sibling");
        case LISTS_ITS_NAMESAKE -> town.listing(self, "@x." + other.name());
        case LISTS_ANOTHER_OWNER -> town.listing(self, "@" + owner + "x.*");
        case LISTS_ITSELF -> town.listing(self, self.text());
        case UNKNOWN -> {}
      }
    }
  }

  enum Blocked {
    NOBODY,
    BY_ANN,
    BY_BOB,
    BY_BOTH;

    void stand(Town town) {
      if (this == BY_ANN || this == BY_BOTH) {
        town.block(ANN, BOB);
      }
      if (this == BY_BOB || this == BY_BOTH) {
        town.block(BOB, ANN);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWholeTableIsSymmetricAndMakesTheSameCallsWhateverItFinds(Blocked blocked) {
    Set<List<String>> calls = new HashSet<>();
    for (Gate ann : Gate.values()) {
      for (Gate bob : Gate.values()) {
        Town town = new Town();
        ann.stand(town, ANN, BOB);
        bob.stand(town, BOB, ANN);
        blocked.stand(town);
        boolean reachable = ann.admits && bob.admits && blocked == Blocked.NOBODY;
        String row = "Ann " + ann + ", Bob " + bob + ", blocked " + blocked;
        assertEquals(reachable, reaches(town, BOB, ANN), row);
        assertEquals(reachable, reaches(town, ANN, BOB), row);
        calls.add(town.calls());
      }
    }
    assertEquals(1, calls.size(), () -> "a denial shows in what is read: " + calls);
  }

  private static boolean reaches(Town town, Handle caller, Handle peer) {
    return town.contacts(caller, List.of(peer), List.of()).reachable().equals(Set.of(peer));
  }

  @Test
  void ofSeveralEachIsJudgedForItself() {
    Town town = new Town().open(ANN).open(BOB).listing(CAT, BOB.text());
    Handle unknown = Handle.of("@shop.nobody");
    Contacts contacts = town.contacts(ANN, List.of(unknown, CAT, BOB), List.of());
    assertEquals(Set.of(BOB), contacts.reachable());
    assertEquals(
        Set.of(BOB), town.contacts(CAT, List.of(ANN, BOB, unknown), List.of()).reachable());
  }

  @Test
  void blocksAreReadBetweenAllWhoAreConcerned() {
    Handle dan = Handle.of("@shop.dan");
    Handle eve = Handle.of("@shop.eve");
    Town town = new Town().open(ANN).open(BOB).open(CAT);
    town.block(CAT, BOB).block(dan, CAT).block(eve, ANN).block(ANN, eve);
    Contacts contacts = town.contacts(ANN, List.of(BOB, CAT), List.of(dan));
    assertEquals(Set.of(new Block(CAT, BOB), new Block(dan, CAT)), contacts.blocks());
    assertEquals(Set.of(BOB, CAT), contacts.reachable());
    assertEquals(true, contacts.apart(BOB, CAT) && contacts.apart(CAT, BOB));
    assertEquals(true, contacts.blocks(CAT, BOB) && !contacts.blocks(BOB, CAT));
    assertEquals(false, contacts.apart(BOB, dan));
  }

  @Test
  void aHundredCandidatesTakeNoMoreCallsThanOne() {
    Town town = new Town().open(ANN);
    town.contacts(ANN, List.of(BOB), List.of());
    int one = town.calls().size();
    List<Handle> crowd = IntStream.range(0, 100).mapToObj(i -> Handle.of("@crowd.a" + i)).toList();
    town.contacts(ANN, crowd, List.of(BOB, CAT));
    assertEquals(one, town.calls().size());
  }

  @Test
  void withNobodyToContactOnlyBlocksAreRead() {
    Town town = new Town().open(ANN).block(BOB, ANN);
    Contacts contacts = town.contacts(ANN, List.of(), List.of(BOB));
    assertEquals(new Contacts(Set.of(), Set.of(new Block(BOB, ANN))), contacts);
    assertEquals(1, town.calls().size());
  }
}
