package io.github.aspoperator.conformance.broken;

import static io.github.aspoperator.conformance.broken.Broken.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.conformance.play.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Idempotency keys that count for too much, for too little, or stand where they must not. */
final class KeyFaults {

  private static final String MESSAGES = "/sessions/[^/]+/messages";
  private static final String KEY = "idempotency_key";
  private static final String HEADER = "idempotency-key";

  private KeyFaults() {}

  static List<Broken> all() {
    return List.of(
        remembering(
            "the key of another sender counts",
            "ASP-IDM-012",
            201,
            call -> key(call, MESSAGES).map(key -> call.path() + " " + key)),
        remembering(
            "a key counts in every session",
            "ASP-IDM-013",
            201,
            call -> key(call, MESSAGES).map(key -> call.token() + " " + key)),
        remembering(
            "another body gets the first answer too",
            "ASP-IDM-007",
            201,
            call -> key(call, "/sessions|" + MESSAGES).map(key -> owned(call, key))),
        remembering(
            "a refusal is remembered",
            "ASP-IDM-020",
            404,
            call -> key(call, MESSAGES).map(key -> owned(call, key))),
        remembering(
            "every call heeds the key of the header",
            "ASP-IDM-028",
            200,
            call -> Optional.ofNullable(call.headers().get(HEADER)).map(key -> owned(call, key))),
        new Broken("bodies are compared byte by byte", "ASP-IDM-009", Bytes::new),
        new Broken("retries that race count for themselves", "ASP-IDM-016", Racing::new),
        new Broken("keys are forgotten with the end", "ASP-IDM-003", Forgetting::new),
        new Broken(
            "the key of a create stands in its message",
            "ASP-IDM-015",
            () -> new Leak("/sessions")),
        new Broken(
            "the key of a header stands in the message", "ASP-IDM-026", () -> new Leak(MESSAGES)),
        answer(
            "a conflict of keys is answered 409",
            "ASP-IDM-007",
            "POST",
            MESSAGES,
            (_, a) -> a.status() == 422 ? a.status(409) : a));
  }

  private static String owned(Call call, String key) {
    return call.token() + " " + call.path() + " " + key;
  }

  /** The key of such a POST, in its body or in its header. */
  private static Optional<String> key(Call call, String path) {
    if (!call.is("POST", path)) {
      return Optional.empty();
    }
    String inBody = Json.read(call.text()).path(KEY).asText("");
    String key = inBody.isEmpty() ? call.headers().getOrDefault(HEADER, "") : inBody;
    return key.isEmpty() ? Optional.empty() : Optional.of(key);
  }

  private static Call withoutKey(Call call) {
    return Json.read(call.text()) instanceof ObjectNode body
        ? call.without(HEADER).text(body.without(KEY).toString())
        : call;
  }

  /** Whoever calls under one name gets the first answer of that status. */
  private static Broken remembering(
      String name, String check, int status, Function<Call, Optional<String>> named) {
    return new Broken(
        name,
        check,
        () ->
            new Fault() {
              private final Map<String, Answer> first = new ConcurrentHashMap<>();

              @Override
              Answer serve(Call call, Behind operator) throws IOException, InterruptedException {
                Optional<String> by = named.apply(call);
                Optional<Answer> known = by.map(first::get);
                if (known.isPresent()) {
                  return known.get();
                }
                Answer answer = operator.answer(call);
                if (answer.status() == status) {
                  by.ifPresent(name -> first.put(name, answer));
                }
                return answer;
              }
            });
  }

  private static final class Bytes extends Fault {
    private final Map<String, String> bodies = new ConcurrentHashMap<>();

    @Override
    Answer answer(Call call, Answer answer) {
      Optional<String> key = key(call, "/sessions|" + MESSAGES).map(k -> owned(call, k));
      if (answer.status() != 201 || key.isEmpty()) {
        return answer;
      }
      String before = bodies.putIfAbsent(key.get(), call.body());
      return before == null || before.equals(call.body())
          ? answer
          : answer.refusal(422, "IDEMPOTENCY_CONFLICT");
    }
  }

  private static final class Racing extends Fault {
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    @Override
    Answer serve(Call call, Behind operator) throws IOException, InterruptedException {
      Optional<String> key = key(call, MESSAGES).map(k -> owned(call, k));
      if (key.isEmpty()) {
        return operator.answer(call);
      }
      if (!running.add(key.get())) {
        return operator.answer(withoutKey(call));
      }
      try {
        return operator.answer(call);
      } finally {
        running.remove(key.get());
      }
    }
  }

  private static final class Forgetting extends Fault {
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    @Override
    Answer answer(Call call, Answer answer) {
      String session = call.path().replaceFirst("(/sessions/[^/]+).*", "$1");
      if (call.is("POST", "/sessions/[^/]+/end") && answer.status() == 200) {
        ended.add(session);
      }
      return call.is("POST", MESSAGES) && answer.status() == 201 && ended.contains(session)
          ? answer.refusal(409, "SESSION_ENDED")
          : answer;
    }
  }

  /** Puts keys that are none of a message's own into the messages. */
  private static final class Leak extends EventFault {
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    private final String path;

    /** Those of the calls there. */
    Leak(String path) {
      this.path = path;
    }

    @Override
    Answer answer(Call call, Answer answer) {
      JsonNode said = Json.read(answer.body());
      String session =
          said.path("session_id").asText(call.path().replaceAll("/sessions/|/messages", ""));
      key(call, path)
          .ifPresent(key -> keys.put(session + " " + said.path("sequence").asText(), key));
      return super.answer(call, answer);
    }

    @Override
    boolean keeps(ObjectNode event) {
      String place = event.path("session_id").asText() + " " + event.path("sequence").asText();
      String key = keys.get(place);
      if (key != null && event.path("type").asText().equals("session.message")) {
        event.withObjectProperty("payload").put(KEY, key);
      }
      return true;
    }
  }
}
