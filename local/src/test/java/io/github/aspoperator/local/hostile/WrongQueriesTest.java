package io.github.aspoperator.local.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every query parameter with every value that it may not have is told by its name. */
class WrongQueriesTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  private static final List<String> VALUES =
      List.of(
          "",
          "=",
          "=x",
          "=-1",
          "=+1",
          "=1.0",
          "=1e3",
          "=0x1",
          "=%201",
          "=1%20",
          "=1,2",
          "=%d9%a1",
          "=99999999999999999999",
          "=1%00",
          "=null",
          "=@",
          "=sess_x",
          "=%ff",
          "=%c0%80");

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  @ParameterizedTest
  @CsvSource({
    "alice, GET, /sessions, limit",
    "alice, GET, /sessions, cursor",
    "alice, GET, /sessions, unknown",
    "alice, GET, /sessions/x, unknown",
    "alice, GET, /sessions/x/events, limit",
    "alice, GET, /sessions/x/events, after_sequence",
    "alice, GET, /sessions/x/events, cursor",
    "alice, GET, /connect, unknown",
    "alice, POST, /connect/tickets, unknown",
    "alice, POST, /sessions/x/join, unknown",
    "alice, POST, /sessions/x/leave, unknown",
    "alice, POST, /sessions/x/end, unknown",
    "alice, POST, /sessions/x/reopen, unknown",
    "admin, GET, /_admin/agents, limit",
    "admin, GET, /_admin/agents, cursor",
    "admin, GET, /_admin/agents/@a.b, unknown",
    "admin, DELETE, /_admin/agents/@a.b, unknown",
    "admin, POST, /_admin/agents/@a.b/rotate-token, unknown",
    "admin, GET, /_admin/agents/@a.b/blocks, unknown",
    "admin, PUT, /_admin/agents/@a.b/blocks/@c.d, unknown",
    "admin, DELETE, /_admin/owners/a, unknown"
  })
  void isToldByItsName(String who, String method, String target, String name) {
    Script script = new Script(new Cast(OPERATOR, "alice"));
    for (String value : VALUES) {
      String query = "?" + name + value;
      assertEquals(
          "400 INVALID_REQUEST ?" + name,
          script.told(script.call(who, method, target + query, "")),
          query);
    }
  }
}
