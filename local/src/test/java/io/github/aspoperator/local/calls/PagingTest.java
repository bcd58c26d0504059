package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long answers come by the page, and no page leaves anything out (protocol section 3). */
class PagingTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  /** Every page from the first on, by links that end in {@code =}. */
  private static List<Answer> pages(TestAgent agent, String path, String more) {
    List<Answer> pages = new ArrayList<>();
    String next = "";
    do {
      pages.add(agent.get(next.isEmpty() ? path : path + more + next));
      assertEquals(200, pages.getLast().status(), pages.getLast().body());
      next = pages.getLast().text("next_cursor");
    } while (!next.isEmpty());
    return pages;
  }

  private static List<Long> sequences(List<Answer> pages) {
    List<Long> sequences = new ArrayList<>();
    for (Answer page : pages) {
      page.json().path("events").forEach(event -> sequences.add(event.path("sequence").asLong()));
    }
    return sequences;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 10, 11, 1000})
  void eventsByTheLimit(int limit) {
    Cast cast = new Cast(OPERATOR, "alice", "bob");
    TestAgent alice = cast.get("alice");
    String session = alice.open(cast.get("bob"));
    for (int i = 0; i < 9; i++) {
      alice.say(session, "x");
    }
    String path = "/sessions/" + session + "/events?limit=" + limit;
    List<Answer> pages = pages(alice, path, "&after_sequence=");
    assertEquals(LongStream.rangeClosed(1, 10).boxed().toList(), sequences(pages));
    assertTrue(pages.stream().allMatch(page -> page.json().path("events").size() <= limit));
    assertEquals(List.of(1L), sequences(pages(cast.get("bob"), path, "&after_sequence=")));
  }

  @Test
  void eventsByAThousandUnlessToldOtherwise() {
    TestAgent alice = new Cast(OPERATOR).get("alice");
    String session = alice.open();
    for (int i = 0; i < 1_001; i++) {
      alice.say(session, "x");
    }
    List<Answer> pages = pages(alice, "/sessions/" + session + "/events", "?after_sequence=");
    assertEquals(LongStream.rangeClosed(1, 1_001).boxed().toList(), sequences(pages));
    assertEquals(1_000, pages.getFirst().json().path("events").size());
    assertEquals("1000", pages.getFirst().text("next_cursor"));
  }

  @Test
  void eventsByFourMebibytes() {
    TestAgent alice = new Cast(OPERATOR).get("alice");
    String session = alice.open();
    String large = "x".repeat(95 * 1024);
    for (int i = 0; i < 100; i++) {
      alice.say(session, large);
    }
    List<Answer> pages = pages(alice, "/sessions/" + session + "/events", "?after_sequence=");
    assertEquals(LongStream.rangeClosed(1, 100).boxed().toList(), sequences(pages));
    assertEquals(3, pages.size());
    for (Answer page : pages) {
      assertTrue(page.body().length() < (4 << 20) + 256 * 1024, "" + page.body().length());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 100})
  void sessionsByTheLimit(int limit) {
    TestAgent alice = new Cast(OPERATOR).get("alice");
    List<String> created = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      created.addFirst(alice.open());
    }
    Await.equal(
        created,
        () ->
            pages(alice, "/sessions?limit=" + limit, "&cursor=").stream()
                .flatMap(page -> page.json().path("sessions").valueStream())
                .map(session -> session.path("id").asText())
                .toList());
  }

  @Test
  void aPageThatIsAllForOthersIsEmptyAndStillSaysThatThereIsMore() {
    Cast cast = new Cast(OPERATOR, "alice", "bob");
    TestAgent alice = cast.get("alice");
    String session = alice.open(cast.get("bob"));
    String large = "x".repeat(95 * 1024);
    for (int i = 0; i < 100; i++) {
      alice.say(session, large);
    }
    assertEquals(200, alice.post("/sessions/" + session + "/end", "").status());
    String path = "/sessions/" + session + "/events";
    List<Answer> pages = pages(cast.get("bob"), path, "?after_sequence=");
    assertEquals(
        List.of(1, 0, 1), pages.stream().map(page -> page.json().path("events").size()).toList());
    assertEquals(List.of(1L, 102L), sequences(pages));
  }
}
