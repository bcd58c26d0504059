package io.github.aspoperator.local.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import io.github.aspoperator.testkit.client.Answer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every field of every call, with every kind of value that it may not have, is told by its name.
 */
class WrongFieldsTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);
  private static final Witness WITNESS = new Witness(OPERATOR);

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "\"\"",
          "\"@a.*\"",
          "\"@\"",
          "[]",
          "[[]]",
          "[null]",
          "[0]",
          "[\"\"]",
          "[\"@A.b\"]",
          "[{}]",
          "{}",
          "{\"a\":1}",
          "{\"content\":0}");

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  /** The call, the body around the field, the field, and which values it may have after all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          alice | POST  | /sessions              | {#}               | invite                  | \\[]
          alice | POST  | /sessions              | {#}               | topic                   | ".+"
          alice | POST  | /sessions              | {#}               | initial_message         | none
          alice | POST  | /sessions              | {#}               | end_after_send          | true
          alice | POST  | /sessions              | {#}               | idempotency_key         | ".+"
          alice | POST  | /sessions              | {#}               | unknown                 | none
          alice | POST  | /sessions/x/messages   | {#}               | content                 | ".+"
          alice | POST  | /sessions/x/messages   | {"content":"x",#} | metadata                | \\{.*
          alice | POST  | /sessions/x/messages   | {"content":"x",#} | idempotency_key         | ".+"
          alice | POST  | /sessions/x/messages   | {"content":[{#}]} | type                    | none
          alice | POST  | /sessions/x/messages   | {"content":[{"type":"text",#}]}             | text      | ".+"
          alice | POST  | /sessions/x/messages   | {"content":[{"type":"image","url":"u",#}]}  | mime_type | ".*"
          alice | POST  | /sessions/x/messages   | {"content":[{"type":"image",#}]}            | data_uri  | none
          alice | POST  | /sessions/x/messages   | {"content":[{"type":"file","url":"u",#}]}   | name      | ".*"
          alice | POST  | /sessions/x/messages   | {"content":[{"type":"file","url":"u",#}]}   | size      | `0|1.*`
          alice | POST  | /sessions/x/messages   | {"content":[{"type":"data",#}]}             | data      | \\{.*
          alice | POST  | /sessions/x/messages   | {"content":[{"type":"text","text":"t",#}]}  | url       | none
          alice | POST  | /sessions/x/invite     | {#}               | invite                  | none
          alice | POST  | /sessions/x/reopen     | {#}               | invite                  | \\[]
          alice | POST  | /sessions/x/reopen     | {#}               | initial_message         | none
          alice | POST  | /sessions/x/join       | {#}               | unknown                 | none
          alice | POST  | /sessions/x/leave      | {#}               | unknown                 | none
          alice | POST  | /sessions/x/end        | {#}               | unknown                 | none
          alice | POST  | /connect/tickets       | {#}               | unknown                 | none
          admin | POST  | /_admin/agents         | {#}               | handle                  | none
          admin | POST  | /_admin/agents         | {"handle":"@wrong.x",#} | policy            | none
          admin | POST  | /_admin/agents         | {"handle":"@wrong.x",#} | inbound_policy    | none
          admin | PATCH | /_admin/agents/@a.b    | {#}               | policy                  | none
          admin | POST  | /_admin/agents/@a.b/allowlist    | {#}     | entries                 | \\[]
          admin | POST  | /_admin/agents/@a.b/rotate-token | {#}     | unknown                 | none
          admin | PUT   | /_admin/agents/@a.b/blocks/@c.d  | {#}     | unknown                 | none
          admin | POST  | /_admin/owners         | {#}               | owner                   | none
          """)
  void isToldByItsName(
      String who, String method, String target, String around, String field, String allowed) {
    Script script = new Script(new Cast(OPERATOR, "alice"));
    for (String value : VALUES) {
      if (!Pattern.matches(allowed, value)) {
        String body = around.replace("#", "\"" + field + "\":" + value);
        Answer answer = script.call(who, method, target, body);
        String told = script.told(answer);
        assertEquals(400, answer.status(), body + told);
        assertTrue(told.contains("/" + field), body + " " + told);
      }
    }
    WITNESS.assertUntouched();
  }
}
