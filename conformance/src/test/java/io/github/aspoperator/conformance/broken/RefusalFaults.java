package io.github.aspoperator.conformance.broken;

import static io.github.aspoperator.conformance.broken.Broken.answer;
import static io.github.aspoperator.conformance.broken.Broken.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.conformance.play.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Limits that are none, and refusals that are not what they must be. */
final class RefusalFaults {

  private static final String ANY = ".*";
  private static final String MESSAGES = "/sessions/[^/]+/messages";

  private RefusalFaults() {}

  static List<Broken> all() {
    return List.of(
        answer(
            "a 401 challenges nobody",
            "ASP-ERR-018",
            ANY,
            ANY,
            (_, a) -> a.status() == 401 ? a.without("www-authenticate") : a),
        answer(
            "a challenge does not say that the token is bad",
            "ASP-ERR-020",
            ANY,
            ANY,
            (_, a) -> a.status() == 401 ? a.with("www-authenticate", "Bearer") : a),
        answer(
            "a wrong query is not named",
            "ASP-ERR-015",
            "GET",
            ANY,
            (_, a) -> a.body(a.body().replaceFirst("\"field\":\"\\?\\w*\",", ""))),
        answer(
            "what is too large is answered 400",
            "ASP-CON-024",
            "POST",
            MESSAGES,
            (_, a) -> a.status() == 413 ? a.status(400) : a),
        answer(
            "what is too large for an ended session is answered 409",
            "ASP-ERR-012",
            "POST",
            MESSAGES,
            (c, a) -> {
              boolean unknown = c.path().contains("/sessions/sess_01ARZ3NDEKTSV4RRFFQ69G5FAV/");
              return a.status() == 413 && unknown ? a.refusal(404, "NOT_FOUND") : a;
            }),
        answer(
            "a topic is counted in units of UTF-16",
            "ASP-CON-023",
            "POST",
            "/sessions",
            (c, a) ->
                Json.read(c.text()).path("topic").asText("").length() > 512
                    ? a.refusal(400, "INVALID_REQUEST", "/topic")
                    : a),
        call(
            "verbs without a body take any",
            "ASP-CON-030",
            "POST",
            "/sessions/[^/]+/(join|leave|end)",
            c -> Json.read(c.text()).isObject() ? c.text("") : c),
        call(
            "of two fields of one name the last one counts",
            "ASP-CON-029",
            "POST",
            "/sessions|" + MESSAGES,
            c ->
                c.text().contains("\"a\",\"") || c.text().contains("\"a\":1,\"a\"")
                    ? c.text(Json.read(c.text()).toString())
                    : c),
        call(
            "what is not UTF-8 is mended",
            "ASP-CON-031",
            "POST",
            MESSAGES,
            c -> c.text(new String(c.bytes(), StandardCharsets.UTF_8))),
        answer(
            "an error has no request_id",
            "ASP-ERR-001",
            ANY,
            "/sessions.*",
            (_, a) -> a.body(a.body().replaceFirst(",\"request_id\":\"[^\"]*\"", ""))),
        answer(
            "an error tells the exception",
            "ASP-ERR-003",
            ANY,
            ANY,
            (_, a) ->
                a.status() == 400
                    ? a.body(a.body().replaceFirst("\"message\":\"", "$0NumberFormatException: "))
                    : a),
        answer(
            "a wrong method is answered 404",
            "ASP-ERR-008",
            ANY,
            ANY,
            (_, a) -> a.status() == 405 ? a.refusal(404, "NOT_FOUND") : a),
        answer(
            "what is wrong in a body comes before the credentials",
            "ASP-ERR-010",
            "POST",
            "/sessions",
            (c, a) ->
                a.status() == 401 && !(Json.read(c.text()) instanceof ObjectNode)
                    ? a.refusal(400, "INVALID_REQUEST", "")
                    : a),
        answer(
            "browsers may not read refusals",
            "ASP-ERR-026",
            ANY,
            ANY,
            (_, a) -> a.status() >= 400 ? a.without("access-control-allow-origin") : a));
  }
}
