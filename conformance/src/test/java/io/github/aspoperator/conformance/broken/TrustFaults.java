package io.github.aspoperator.conformance.broken;

import static io.github.aspoperator.conformance.broken.Broken.answer;
import static io.github.aspoperator.conformance.broken.Broken.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.play.Json;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Denials that tell something, and gates that stand open. */
final class TrustFaults {

  private TrustFaults() {}

  static List<Broken> all() {
    return List.of(
        answer(
            "who is denied is answered 403",
            "ASP-TRU-013",
            "POST",
            "/sessions",
            (_, a) -> a.status() == 404 ? a.status(403) : a),
        new Broken("a denial says that there is somebody", "ASP-TRU-013", Telling::new),
        new Broken("only the invitee's list is looked at", "ASP-TRU-003", OneSided::new),
        new Broken("a third reunites a blocked pair", "ASP-BLK-017", Reuniting::new),
        new Broken("joining does not look at blocks", "ASP-BLK-013", JoiningBlocked::new),
        new Broken("blocking nobody is answered 404", "ASP-BLK-011", Oracle::new),
        call(
            "an owner's entry admits every owner whose name begins so",
            "ASP-TRU-005",
            "POST",
            "/_admin/agents/[^/]+/allowlist",
            c -> c.text(c.text().replaceAll("\"@([^\"]*)\\.\\*\"", "$0,\"@$1x.*\""))),
        new Broken("one who is closed denies all", "ASP-TRU-009", DenyingAll::new));
  }

  private static boolean invites(Call call) {
    return call.is("POST", "/sessions(/[^/]+/(invite|reopen))?");
  }

  private static final class Telling extends TrustFault {
    @Override
    Answer answer(Call call, Answer answer) {
      boolean somebody =
          StreamSupport.stream(Json.read(call.text()).path("invite").spliterator(), false)
              .map(JsonNode::asText)
              .anyMatch(this::isKnown);
      return call.is("POST", "/sessions") && answer.status() == 404 && somebody
          ? answer.body(answer.body().replaceFirst("\"message\":\"[^\"]*", "$0 It declined."))
          : answer;
    }
  }

  /** Opens the caller while it calls. */
  private static final class OneSided extends TrustFault {
    @Override
    Answer served(Call call, Behind operator) throws IOException, InterruptedException {
      String caller = handle(call);
      if (!invites(call) || !isClosed(caller)) {
        return operator.answer(call);
      }
      var _ = admin(operator, "PATCH", "/agents/" + caller, "{\"policy\":\"open\"}");
      try {
        return operator.answer(call);
      } finally {
        var _ = admin(operator, "PATCH", "/agents/" + caller, "{\"policy\":\"allowlist\"}");
      }
    }
  }

  /** Lifts all blocks but the caller's own while it invites. */
  private static final class Reuniting extends TrustFault {
    @Override
    Answer served(Call call, Behind operator) throws IOException, InterruptedException {
      String caller = handle(call);
      return invites(call)
          ? withoutBlocks(call, operator, block -> !block.contains(caller))
          : operator.answer(call);
    }
  }

  private static final class JoiningBlocked extends TrustFault {
    @Override
    Answer answer(Call call, Answer answer) {
      boolean joins = call.is("POST", "/sessions/[^/]+/join") && answer.status() == 404;
      return joins && isBlocked(handle(call)) ? answer.status(200).body("{\"ok\":true}") : answer;
    }
  }

  private static final class DenyingAll extends TrustFault {
    @Override
    Answer answer(Call call, Answer answer) {
      JsonNode named = Json.read(call.text()).path("invite");
      return call.is("POST", "/sessions") && named.size() == 2 && isClosed(named.path(0).asText())
          ? answer.refusal(404, "NOT_FOUND")
          : answer;
    }
  }

  private static final class Oracle extends TrustFault {
    @Override
    Answer answer(Call call, Answer answer) {
      String peer = call.path().replaceFirst(".*/", "");
      return call.is("PUT", "/_admin/agents/[^/]+/blocks/@.*\\.nobody") && !isKnown(peer)
          ? answer.refusal(404, "NOT_FOUND")
          : answer;
    }
  }
}
