package io.github.aspoperator.local.calls;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.TestAgent;
import java.util.Arrays;
import java.util.List;

/** What happened in a session, in words: {@code joined bob}, {@code left bob grace_expired}. */
final class Story {

  private final Cast cast;
  private final String session;

  private Story(Cast cast, String session) {
    this.cast = cast;
    this.session = session;
  }

  /** A session of {@code creator} that all {@code others} have joined. */
  static Story begin(Cast cast, String creator, String... others) {
    var invited = Arrays.stream(others).map(cast::get).toArray(TestAgent[]::new);
    Story story = new Story(cast, cast.get(creator).open(invited));
    for (String other : others) {
      cast.get(other).join(story.session);
    }
    return story;
  }

  String session() {
    return session;
  }

  /** All of it but the invitations, as {@code agent} reads it. */
  List<String> readBy(String agent) {
    return cast.get(agent).history(session).stream()
        .map(this::words)
        .filter(words -> !words.startsWith("invited"))
        .toList();
  }

  /** Waits until {@code agent} reads exactly this. */
  void awaitBy(String agent, String... words) {
    Await.equal(List.of(words), () -> readBy(agent));
  }

  private String words(JsonNode event) {
    JsonNode payload = event.path("payload");
    StringBuilder words =
        new StringBuilder(event.path("type").asText().substring("session.".length()));
    for (String field :
        new String[] {"invitee", "agent", "sender", "ended_by", "reopened_by", "reason"}) {
      if (payload.has(field)) {
        words.append(' ').append(cast.told(payload.path(field).asText()).replace("@", ""));
      }
    }
    return words.toString();
  }
}
