package io.github.aspoperator.functions.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.aws.Scene;
import io.github.aspoperator.identity.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What functions answer on the scene, without any table: what they are warmed up with. */
final class RehearsalTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "ASP_LOG_TABLE", "log",
          "ASP_AGENTS_TABLE", "agents",
          "ASP_DELIVERY_TABLE", "delivery",
          "ASP_ORIGIN_SECRET", "a secret");

  @ParameterizedTest
  @MethodSource("calls")
  void everyCallOfAnAgentGoesTheWholeWay(
      Function<Map<String, String>, HttpFunction> made, SessionId session, int status) {
    String answer = new String(made.apply(ENVIRONMENT).rehearsed(session), StandardCharsets.UTF_8);
    String begins = "{\"statusCode\":" + status + ",";
    assertEquals(begins, answer.substring(0, begins.length()), answer);
  }

  private static List<Arguments> calls() {
    return List.of(
        call(CreateSession::new, 201),
        call(ListSessions::new, 200),
        call(GetSession::new, 200),
        call(GetEvents::new, 200),
        call(JoinSession::new, 200),
        call(InviteAgents::new, 200),
        call(SendMessage::new, 201),
        Arguments.of(
            (Function<Map<String, String>, HttpFunction>) SendMessage::new, Scene.BUSY, 201),
        call(LeaveSession::new, 200),
        call(EndSession::new, 200),
        call(ReopenSession::new, 409),
        call(CreateTicket::new, 201),
        call(Public::new, 200));
  }

  private static Arguments call(Function<Map<String, String>, HttpFunction> made, int status) {
    return Arguments.of(made, Scene.QUIET, status);
  }
}
