package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.TestAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Requests of one agent are limited, each agent for itself (protocol section 6). */
class RatesTest {

  /** How often each status came for so many requests, eight at a time. */
  private static Map<Integer, Integer> ask(TestAgent agent, int requests) throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> statuses = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        statuses.add(threads.submit(() -> agent.get("/sessions").status()));
      }
      Map<Integer, Integer> counts = new TreeMap<>();
      for (Future<Integer> status : statuses) {
        counts.merge(status.get(), 1, Integer::sum);
      }
      return counts;
    }
  }

  @Test
  void whoAsksTooOftenIsToldToWaitAndNobodyElseIs() throws Exception {
    try (TestOperator operator = TestOperator.start(Setting.MEMORY.rate(5))) {
      Cast cast = new Cast(operator, "alice", "bob");
      long start = System.nanoTime();
      Map<Integer, Integer> alice = ask(cast.get("alice"), 200);
      double seconds = (System.nanoTime() - start) / 1e9;
      int served = alice.getOrDefault(200, 0);
      assertTrue(served >= 10, "twice the rate at once: " + alice);
      assertTrue(served <= 10 + 5 * seconds + 1, alice + " in " + seconds + " s");
      assertEquals(200, served + alice.getOrDefault(429, 0));
      assertEquals(Map.of(200, 10), ask(cast.get("bob"), 10));
    }
  }

  @Test
  void theDefaultIsOutOfReach() throws Exception {
    try (TestOperator operator = TestOperator.start(Setting.MEMORY.rate(20_000))) {
      assertEquals(Map.of(200, 800), ask(new Cast(operator).get("alice"), 800));
    }
  }
}
