package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Json;
import io.github.aspoperator.conformance.play.Play;
import java.util.List;

/** What may stand beside a content (section 4). */
public final class MetadataChecks {

  @Check(id = "ASP-CON-010", clause = Clause.METADATA)
  public void metadataIsReturned(Play play) {
    String session = play.ann().meet(play.bob());
    for (String metadata :
        List.of("{}", "{\"a\":1}", "{\"a\":{\"b\":[1,\"2\",null]},\"\":false}")) {
      var _ = play.ann().send(session, "{\"content\":\"x\",\"metadata\":" + metadata + "}").is(201);
      JsonNode payload = play.bob().history(session).getLast().path("payload");
      Expect.equal(Json.read(metadata), payload.path("metadata"), "the metadata");
      String body = "{\"initial_message\":{\"content\":\"x\",\"metadata\":" + metadata + "}}";
      String other = play.ann().create(body).is(201).text("session_id");
      payload = play.ann().history(other).getFirst().path("payload");
      Expect.equal(Json.read(metadata), payload.path("metadata"), "the first message's");
    }
    var _ = play.ann().say(session, "without");
    Expect.that(
        !play.bob().history(session).getLast().path("payload").has("metadata"),
        "metadata in a message without any");
  }

  @Check(id = "ASP-CON-011", clause = Clause.METADATA)
  public void metadataIsAnObjectOnly(Play play) {
    String session = play.ann().meet(play.bob());
    int before = play.ann().history(session).size();
    for (String wrong : List.of("[]", "[{}]", "\"a\"", "5", "true", "null", "\"\"")) {
      String message = "{\"content\":\"x\",\"metadata\":" + wrong + "}";
      Expect.equal(400, play.ann().send(session, message).status(), "metadata " + wrong);
      String body = "{\"initial_message\":" + message + "}";
      Expect.equal(400, play.ann().create(body).status(), "an initial message's " + wrong);
    }
    Expect.equal(before, play.ann().history(session).size(), "events");
  }
}
