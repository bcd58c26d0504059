package io.github.aspoperator.conformance.checks;

import static io.github.aspoperator.conformance.checks.Contents.PARTS;
import static io.github.aspoperator.conformance.checks.Contents.STRANGE_FIELDS;
import static io.github.aspoperator.conformance.checks.Contents.content;
import static io.github.aspoperator.conformance.checks.Contents.wrongs;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.CheckFailed;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Json;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.List;

/** What a message may say (section 4). */
public final class ContentChecks {

  @Check(id = "ASP-CON-001", clause = Clause.CONTENT)
  public void aStringIsReturnedAsItWasSaid(Play play) {
    String session = play.ann().meet(play.bob());
    Ear ear = play.bob().connect();
    for (String text :
        List.of(
            "a",
            " ",
            "\u0000",
            "\n\t\"\\/",
            "héllo",
            "日本語",
            "👩‍👩‍👧",
            "\u2028",
            "</script>",
            "null")) {
      long sequence = play.ann().say(session, text);
      JsonNode heard = ear.await(session, sequence);
      Expect.equal(text, heard.at("/payload/content").asText(), "the content heard");
      Expect.equal(heard, play.bob().history(session).getLast(), "the event read");
    }
  }

  @Check(id = "ASP-CON-002", clause = Clause.CONTENT)
  public void everyKindOfPartIsAcceptedAndReturned(Play play) {
    String session = play.ann().meet(play.bob());
    for (String part : PARTS) {
      says(play, session, "[" + part + "]");
    }
  }

  private static void says(Play play, String session, String content) {
    Reply reply = play.ann().send(session, content(content));
    if (reply.status() != 201) {
      throw new CheckFailed(content + " was answered with " + reply.status());
    }
    JsonNode read = play.bob().history(session).getLast().at("/payload/content");
    Expect.equal(Json.read(content), read, "the content");
  }

  @Check(id = "ASP-CON-003", clause = Clause.CONTENT)
  public void aListOfPartsKeepsItsOrder(Play play) {
    String session = play.ann().meet(play.bob());
    says(play, session, "[" + String.join(",", PARTS) + "]");
    says(play, session, "[" + String.join(",", PARTS.reversed()) + "]");
  }

  @Check(id = "ASP-CON-004", clause = Clause.CONTENT)
  public void whatIsNoContentIsRefusedAndWritesNothing(Play play) {
    String session = play.ann().meet(play.bob());
    int before = play.ann().history(session).size();
    wrongs().forEach((content, _) -> refused(play, session, content));
    var _ = play.ann().send(session, "{}").is(400);
    var _ = play.ann().send(session, "{\"metadata\":{}}").is(400);
    Expect.equal(before, play.ann().history(session).size(), "events");
  }

  @Check(id = "ASP-CON-006", clause = Clause.CONTENT)
  public void aPartHasNothingElseInIt(Play play) {
    String session = play.ann().meet(play.bob());
    STRANGE_FIELDS.forEach((part, _) -> {
      Reply _ = refused(play, session, "[{" + part + "}]");
    });
  }

  static Reply refused(Play play, String session, String content) {
    Reply reply = play.ann().send(session, content(content));
    Expect.equal(400, reply.status(), "the answer to " + content);
    return reply;
  }

  @Check(id = "ASP-CON-008", clause = Clause.CONTENT)
  public void anInitialMessageIsHeldToTheSame(Play play) {
    String over = play.ann().meet(play.bob());
    var _ = play.ann().end(over).is(200);
    int before = play.ann().history(over).size();
    wrongs()
        .forEach((content, _) -> {
          String body = "{\"initial_message\":" + content(content) + "}";
          Expect.equal(400, play.ann().create(body).status(), "create with " + content);
          Expect.equal(400, play.ann().reopen(over, body).status(), "reopen with " + content);
        });
    for (String wrong : List.of("5", "\"x\"", "[]", "{}", "{\"metadata\":{}}")) {
      String body = "{\"initial_message\":" + wrong + "}";
      Expect.equal(400, play.ann().create(body).status(), "create with " + body);
      Expect.equal(400, play.ann().reopen(over, body).status(), "reopen with " + body);
    }
    Expect.equal(before, play.ann().history(over).size(), "events");
  }

  @Check(id = "ASP-CON-009", clause = Clause.CONTENT)
  public void everyKindOfPartMayStandInAnInitialMessage(Play play) {
    String content = "[" + String.join(",", PARTS) + "]";
    String message = "\"initial_message\":" + content(content);
    String session = play.ann().create("{" + message + "}").is(201).text("session_id");
    JsonNode said = play.ann().history(session).getFirst().at("/payload/content");
    Expect.equal(Json.read(content), said, "the content");
    var _ = play.ann().end(session).is(200);
    var _ = play.ann().reopen(session, "{" + message + "}").is(200);
    said = play.ann().history(session).getLast().at("/payload/content");
    Expect.equal(Json.read(content), said, "the content after a reopening");
  }

  @Check(id = "ASP-CON-014", clause = Clause.SEND_AND_END)
  public void theInvitationOfASendAndEndCarriesEveryKindOfPart(Play play) {
    Ear ear = play.bob().connect();
    String content = "[" + String.join(",", PARTS) + "]";
    String body =
        "{\"end_after_send\":true,\"invite\":"
            + Agent.list(play.bob())
            + ",\"initial_message\":{\"metadata\":{\"a\":1},\"content\":"
            + content
            + "}}";
    String session = play.ann().create(body).is(201).text("session_id");
    JsonNode message = ear.awaitType(session, "session.invited").at("/payload/initial_message");
    Expect.equal(Json.read(content), message.path("content"), "the content");
    Expect.equal(Json.read("{\"a\":1}"), message.path("metadata"), "the metadata");
  }
}
