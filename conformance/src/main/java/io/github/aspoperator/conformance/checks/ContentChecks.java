package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.CheckFailed;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Json;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a message may say (section 4). */
public final class ContentChecks {

  private static final List<String> PARTS =
      List.of(
          "{\"type\":\"text\",\"text\":\"a\"}",
          "{\"type\":\"text\",\"text\":\" \"}",
          "{\"type\":\"image\",\"url\":\"https://example.org/a.png\"}",
          "{\"type\":\"image\",\"data_uri\":\"data:image/png;base64,AAAA\"}",
          "{\"type\":\"image\",\"url\":\"https://example.org/a\",\"mime_type\":\"image/png\",\"name\":\"a\"}",
          "{\"type\":\"file\",\"url\":\"https://example.org/a\"}",
          "{\"type\":\"file\",\"url\":\"https://example.org/a\",\"name\":\"a\",\"mime_type\":\"a/b\",\"size\":0}",
          "{\"type\":\"file\",\"url\":\"https://example.org/a\",\"size\":9007199254740991}",
          "{\"type\":\"data\",\"data\":{}}",
          "{\"type\":\"data\",\"data\":{\"a\":[1,null,true,{\"b\":\"c\"}],\"type\":\"text\"}}");

  /** Contents that are none, and what is wrong with them. */
  private static final Map<String, String> WRONG = new LinkedHashMap<>();

  /** Parts that are none, and what is wrong with them. */
  private static final Map<String, String> WRONG_PARTS = new LinkedHashMap<>();

  static {
    for (String wrong : List.of("\"\"", "[]", "5", "null", "true", "{}")) {
      WRONG.put(wrong, "");
    }
    WRONG.put("{\"type\":\"text\",\"text\":\"a\"}", "");
    for (String wrong : List.of("5", "null", "\"a\"", "[]", "true")) {
      WRONG_PARTS.put(wrong, "");
    }
    part("", "/type");
    part("\"type\":5", "/type");
    part("\"type\":null", "/type");
    part("\"type\":\"\"", "/type");
    part("\"type\":\"Text\",\"text\":\"a\"", "/type");
    part("\"type\":\"video\",\"url\":\"u\"", "/type");
    part("\"type\":\"text\"", "/text");
    part("\"type\":\"text\",\"text\":\"\"", "/text");
    part("\"type\":\"text\",\"text\":5", "/text");
    part("\"type\":\"text\",\"text\":null", "/text");
    part("\"type\":\"image\"", "/url");
    part("\"type\":\"image\",\"url\":5", "/url");
    part("\"type\":\"image\",\"data_uri\":\"http://a\"", "/data_uri");
    part("\"type\":\"image\",\"data_uri\":5", "/data_uri");
    part("\"type\":\"image\",\"url\":\"u\",\"mime_type\":5", "/mime_type");
    part("\"type\":\"image\",\"url\":\"u\",\"name\":[]", "/name");
    part("\"type\":\"file\"", "/url");
    part("\"type\":\"file\",\"name\":\"a\"", "/url");
    part("\"type\":\"file\",\"url\":{}", "/url");
    part("\"type\":\"file\",\"url\":\"u\",\"name\":5", "/name");
    part("\"type\":\"file\",\"url\":\"u\",\"mime_type\":false", "/mime_type");
    part("\"type\":\"file\",\"url\":\"u\",\"size\":-1", "/size");
    part("\"type\":\"file\",\"url\":\"u\",\"size\":1.5", "/size");
    part("\"type\":\"file\",\"url\":\"u\",\"size\":\"1\"", "/size");
    part("\"type\":\"data\"", "/data");
    part("\"type\":\"data\",\"data\":[]", "/data");
    part("\"type\":\"data\",\"data\":\"a\"", "/data");
    part("\"type\":\"data\",\"data\":null", "/data");
  }

  private static final Map<String, String> STRANGE_FIELDS =
      Map.of(
          "\"type\":\"text\",\"text\":\"a\",\"x\":1", "/x",
          "\"type\":\"text\",\"text\":\"a\",\"url\":\"u\"", "/url",
          "\"type\":\"image\",\"url\":\"u\",\"size\":1", "/size",
          "\"type\":\"image\",\"url\":\"u\",\"alt\":\"a\"", "/alt",
          "\"type\":\"file\",\"url\":\"u\",\"data_uri\":\"data:,\"", "/data_uri",
          "\"type\":\"data\",\"data\":{},\"mime_type\":\"a/b\"", "/mime_type");

  private static void part(String fields, String wrong) {
    WRONG_PARTS.put("{" + fields + "}", wrong);
  }

  private static String content(String content) {
    return "{\"content\":" + content + "}";
  }

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

  /** All contents that are none, and where: parts in the second place of a list. */
  private static Map<String, String> wrongs() {
    Map<String, String> all = new LinkedHashMap<>(WRONG);
    WRONG_PARTS.forEach(
        (part, wrong) -> all.put("[" + PARTS.getFirst() + "," + part + "]", "/1" + wrong));
    return all;
  }

  private static Reply refused(Play play, String session, String content) {
    Reply reply = play.ann().send(session, content(content));
    Expect.equal(400, reply.status(), "the answer to " + content);
    return reply;
  }

  private static void names(String field, Reply reply, String what) {
    Expect.equal(field, reply.json().at("/error/field").asText(), "the field named for " + what);
  }

  @Check(id = "ASP-CON-005", clause = Clause.STRICT, level = Level.OURS)
  public void theRefusalNamesTheWrongPart(Play play) {
    String session = play.ann().meet(play.bob());
    wrongs()
        .forEach((content, wrong) ->
            names("/content" + wrong, refused(play, session, content), content));
  }

  @Check(id = "ASP-CON-006", clause = Clause.CONTENT)
  public void aPartHasNothingElseInIt(Play play) {
    String session = play.ann().meet(play.bob());
    STRANGE_FIELDS.forEach((part, _) -> {
      Reply _ = refused(play, session, "[{" + part + "}]");
    });
  }

  @Check(id = "ASP-CON-007", clause = Clause.STRICT, level = Level.OURS)
  public void theRefusalNamesWhatIsStrangeInAPart(Play play) {
    String session = play.ann().meet(play.bob());
    STRANGE_FIELDS.forEach((part, strange) ->
        names("/content/0" + strange, refused(play, session, "[{" + part + "}]"), part));
    names(
        "/content/0/a~1b~0c",
        refused(play, session, "[{\"type\":\"text\",\"text\":\"a\",\"a/b~c\":1}]"),
        "a/b~c");
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

  @Check(id = "ASP-CON-012", clause = Clause.STRICT)
  public void fieldsOfTheWrongTypeAreRefused(Play play) {
    FIELDS.forEach((body, _) -> Expect.equal(400, play.ann().create(body).status(), body));
  }

  @Check(id = "ASP-CON-013", clause = Clause.STRICT, level = Level.OURS)
  public void theRefusalNamesTheFieldOfTheWrongType(Play play) {
    FIELDS.forEach((body, field) -> {
      Reply _ = play.ann().create(body).wrongAt(field);
    });
    var _ = play.ann().create("{\"topic\":\"\"}").wrongAt("/topic");
    String session = play.ann().meet(play.bob());
    var _ = play.ann().send(session, "{\"content\":\"x\",\"metadata\":[]}").wrongAt("/metadata");
    var _ =
        play.ann()
            .send(session, "{\"content\":\"x\",\"idempotency_key\":5}")
            .wrongAt("/idempotency_key");
    String invite = "/sessions/" + session + "/invite";
    for (String body : List.of("{}", "{\"invite\":[]}", "{\"invite\":null}")) {
      var _ = play.ann().post(invite, body).wrongAt("/invite");
    }
  }

  private static final Map<String, String> FIELDS =
      Map.of(
          "{\"invite\":5}", "/invite",
          "{\"invite\":\"@a.b\"}", "/invite",
          "{\"invite\":[5]}", "/invite/0",
          "{\"topic\":5}", "/topic",
          "{\"topic\":[]}", "/topic",
          "{\"end_after_send\":\"true\"}", "/end_after_send",
          "{\"end_after_send\":true}", "/initial_message",
          "{\"initial_message\":[]}", "/initial_message",
          "{\"initial_message\":{\"content\":5}}", "/initial_message/content");

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
