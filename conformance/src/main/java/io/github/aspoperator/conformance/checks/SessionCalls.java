package io.github.aspoperator.conformance.checks;

import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.ArrayList;
import java.util.List;

/** Every call that a session has. */
final class SessionCalls {

  static final List<String> VERBS = List.of("messages", "invite", "join", "leave", "end", "reopen");

  private SessionCalls() {}

  /** A body with which the call is well formed. */
  static String bodyOf(Play play, String verb) {
    return switch (verb) {
      case "messages" -> "{\"content\":\"x\"}";
      case "invite" -> "{\"invite\":" + Agent.list(play.bob()) + "}";
      default -> "";
    };
  }

  /** What {@code who} is answered to every call of a session. */
  static List<Reply> everyCall(Play play, Agent who, String id) {
    List<Reply> replies = new ArrayList<>();
    for (String verb : VERBS) {
      replies.add(who.post("/sessions/" + id + "/" + verb, bodyOf(play, verb)));
    }
    replies.add(who.get("/sessions/" + id));
    replies.add(who.get("/sessions/" + id + "/events"));
    return replies;
  }
}
