package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.presence.Presences;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@link Presences}.
 *
 * <p>Not asserted: that the version that is written is one higher, which is the writer's affair.
 */
public abstract class PresencesContract extends Contract {

  private static final TokenHash TOKEN = new TokenHash("ab".repeat(32));

  private static Presence connected(Presence before, String id) {
    return before.connect(new ConnectionId(id), 1_234, TOKEN);
  }

  @Test
  void anAgentNeverConnectedUntilItsItemIsWritten() {
    assertEquals(Presence.NEVER, home().presences().read(ANN));
    Presence first = connected(Presence.NEVER, "one");
    assertTrue(home().presences().replace(ANN, 0, first));
    assertEquals(first, home().presences().read(ANN));
    assertEquals(Presence.NEVER, home().presences().read(BOB));
  }

  @Test
  void anItemIsReplacedOnlyOnTheVersionThatWasRead() {
    Presence first = connected(Presence.NEVER, "one");
    assertFalse(home().presences().replace(ANN, 7, first));
    assertEquals(Presence.NEVER, home().presences().read(ANN));
    assertTrue(home().presences().replace(ANN, 0, first));
    assertFalse(home().presences().replace(ANN, 0, connected(Presence.NEVER, "other")));
    assertEquals(first, home().presences().read(ANN));
    Presence second = connected(first, "two");
    assertTrue(home().presences().replace(ANN, first.version(), second));
    assertEquals(second, home().presences().read(ANN));
  }

  @Test
  void everythingAnItemSaysComesBack() {
    Presence item = Presence.NEVER;
    for (int i = 0; i < 50; i++) {
      Presence next = connected(item, "connection/" + i + "=\u20ac");
      assertTrue(home().presences().replace(ANN, item.version(), next));
      item = next;
    }
    item = write(item, item.told(new ConnectionId("connection/7=\u20ac"), 5, 9, 60));
    for (int i = 0; i < 50; i++) {
      ConnectionId id = new ConnectionId("connection/" + i + "=\u20ac");
      item = write(item, item.drop(id, new DropId(ids.next()), i % 2 == 0, i));
    }
    write(item, item.expire());
    assertEquals(1, home().presences().read(ANN).expiredThrough());
  }

  private Presence write(Presence before, Presence next) {
    assertTrue(home().presences().replace(ANN, before.version(), next));
    assertEquals(next, home().presences().read(ANN));
    return next;
  }

  @Test
  void ofManyReplacementsOfOneVersionExactlyOneIsWritten() {
    Presence item = Presence.NEVER;
    for (int round = 0; round < 10; round++) {
      Presence before = item;
      List<Boolean> written =
          Racing.all(caller ->
              home().presences().replace(ANN, before.version(), connected(before, "c" + caller)));
      assertEquals(1, written.stream().filter(w -> w).count(), "written in round " + round);
      item = connected(before, "c" + written.indexOf(true));
      assertEquals(item, home().presences().read(ANN));
    }
  }

  @Test
  void whoReadsAgainAndTriesAgainLosesNothing() {
    Racing.all(caller -> connectAtLast("connection " + caller))
        .forEach(written -> assertTrue(written));
    assertEquals(Racing.CALLERS, home().presences().read(ANN).connections().size());
  }

  /** Each lost attempt means that another caller's was written. */
  private boolean connectAtLast(String id) {
    for (int attempt = 0; attempt <= Racing.CALLERS; attempt++) {
      Presence read = home().presences().read(ANN);
      if (home().presences().replace(ANN, read.version(), connected(read, id))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aWrittenItemOutlivesTheProcess() {
    Presence first = connected(Presence.NEVER, "one");
    assertTrue(home().presences().replace(ANN, 0, first));
    restart();
    assertEquals(first, home().presences().read(ANN));
    assertFalse(home().presences().replace(ANN, 0, first));
  }
}
