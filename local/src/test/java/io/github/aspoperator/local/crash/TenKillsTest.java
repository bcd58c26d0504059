package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.local.client.AdminClient;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.local.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} with requests in flight, ten times in a row, on a file database. Meanwhile agents
 * stay away, each in another way, and their timers outlive every crash.
 */
final class TenKillsTest {

  private static final int KILLS = 10;
  private static final long SEED = Long.getLong("test.seed", System.nanoTime());

  private final Random random = new Random(SEED);
  private final Ledger ledger = new Ledger();
  @TempDir private Path directory;

  @Test
  void whatWasAcknowledgedIsThereOnceAndReachesEverybodyInOrder() {
    System.out.println("ten kills: -Dtest.seed=" + SEED);
    try (ledger;
        OperatorProcess operator =
            OperatorProcess.on(directory, "--away", "0.3", "--grace", "30")) {
      AdminClient admin = operator.admin();
      TestAgent ann = admin.register("@lab.ann", "open");
      TestAgent bob = admin.register("@lab.bob", "open");
      TestAgent cat = admin.register("@lab.cat", "open");
      TestAgent dan = admin.register("@lab.dan", "open");
      TestAgent deserter = admin.register("@lab.deserter", "open");
      TestAgent leaver = admin.register("@lab.leaver", "open");
      TestAgent absentee = admin.register("@lab.absentee", "open");
      TestAgent returner = admin.register("@lab.returner", "open");
      String hall = session(ann, bob, cat, dan, deserter, leaver, absentee, returner);
      String room = session(cat, bob);
      // cat is there twice: each of its connections must get everything
      List<Seat> seats = seats(ann, bob, cat, cat, dan);
      List<Seat> staying = new ArrayList<>(seats);
      List<Seat> others = seats(deserter, leaver, absentee, returner);
      List<Sender> senders = senders(hall, room, ann, bob, cat, dan);

      Absence[] absences = new Absence[4];
      for (int kill = 1; kill <= KILLS; kill++) {
        awaitMessages(20 + random.nextInt(150));
        switch (kill) {
          case 2 -> others.get(0).desert();
          case 3 -> absences[1] = new Absence(leaver, hall, others.get(1).leaveCleanly());
          case 4 -> {
            Absence absence = new Absence(absentee, hall, others.get(2).leaveCleanly());
            absences[2] = absence;
            Eventually.until(
                () -> absence.isPublished(bob), () -> "not published; " + others.get(2));
          }
          case 5 -> others.get(3).desert();
          default -> {}
        }
        operator.kill();
        switch (kill) {
          case 2 -> absences[0] = new Absence(deserter, hall, DeadStore.lastBeat(directory));
          case 5 -> absences[3] = new Absence(returner, hall, DeadStore.lastBeat(directory));
          default -> {}
        }
        operator.startAgain();
        long outage = operator.longestOutage();
        assertTrue(outage < Absence.GRACE_MILLIS, () -> "too slow a machine: gone for " + outage);
        if (kill == 5) {
          Eventually.until(
              () -> absences[3].isPublished(bob), () -> "not published; " + others.get(3));
          others.get(3).close();
          staying.add(Seat.of(returner, ledger));
        }
      }
      awaitMessages(50);
      senders.forEach(Sender::close);
      for (Absence absence : List.of(absences[0], absences[1], absences[2])) {
        Eventually.until(() -> absence.isOver(bob), () -> absence + " goes on");
        absence.tookItsCourse(Histories.of(bob), operator);
      }
      for (Seat seat : staying) {
        Absence none = new Absence(seat.agent(), hall, 0);
        Eventually.until(() -> !none.isPublished(bob), () -> "not back: " + seat);
        Absence.alwaysEnded(seat, hall, Histories.of(bob));
      }

      Acknowledged.isThereOnce(ledger, List.of(Histories.of(ann), Histories.of(cat)));
      int repeated = Acknowledged.reaches(seats, operator);
      for (Seat seat : others) {
        Arrivals.of(seat.frames()).areAmong(Histories.of(seat.agent()));
      }
      report(seats, repeated, operator);
      assertTrue(ledger.retries() >= KILLS, "requests were in flight");
      assertTrue(operator.isQuiet(), operator::said);
    }
    headsAreAtTheEnd();
  }

  private static String session(TestAgent opener, TestAgent... others) {
    String session = opener.open(others);
    for (TestAgent other : others) {
      other.join(session);
    }
    return session;
  }

  private List<Seat> seats(TestAgent... agents) {
    return List.of(agents).stream().map(agent -> Seat.of(agent, ledger)).toList();
  }

  private List<Sender> senders(
      String hall, String room, TestAgent ann, TestAgent bob, TestAgent cat, TestAgent dan) {
    return List.of(
        Sender.into(hall, ann, "ann-", ledger, random.nextLong()),
        Sender.into(hall, ann, "ann2-", ledger, random.nextLong()),
        Sender.into(hall, bob, "bob-", ledger, random.nextLong()),
        Sender.into(room, bob, "bob-room-", ledger, random.nextLong()),
        Sender.into(room, cat, "cat-room-", ledger, random.nextLong()),
        Sender.into(hall, dan, "dan-", ledger, random.nextLong()),
        Sender.opening(ann, dan, "ann-opens-", ledger, random.nextLong()));
  }

  private void awaitMessages(int more) {
    int before = ledger.messages().size();
    Eventually.until(
        () -> ledger.messages().size() >= before + more, () -> "stuck; " + ledger.mishaps());
  }

  private void report(List<Seat> seats, int repeated, OperatorProcess operator) {
    System.out.printf(
        "%d kills: %d acknowledged, %d of them asked for again; %d frames on %d connections,"
            + " %d of them repeated; at most %d ms without an operator%n",
        KILLS,
        ledger.messages().size(),
        ledger.retries(),
        seats.stream().mapToInt(seat -> seat.frames().size()).sum(),
        seats.stream().mapToInt(seat -> seat.visits().size()).sum(),
        repeated,
        operator.longestOutage());
  }

  /** Looks behind the wire: every session is drained to its end. */
  private void headsAreAtTheEnd() {
    try (Store store = DeadStore.open(directory)) {
      assertEquals(List.of(), store.leftovers().behind());
      for (Ledger.Message message : ledger.messages().values()) {
        SessionId session = SessionId.parse(message.session()).orElseThrow();
        assertEquals(
            store.log().state(session).orElseThrow().sequence(),
            store.heads().read(session).sequence());
      }
    }
  }
}
