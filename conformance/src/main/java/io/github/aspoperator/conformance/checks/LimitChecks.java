package io.github.aspoperator.conformance.checks;

import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Json;
import io.github.aspoperator.conformance.play.Play;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How much is too much, and what is no request at all (section 4). */
public final class LimitChecks {

  private static final int BODY = 256 * 1024;
  private static final int STORED = 96 * 1024;
  private static final int FRAME = 128_000;
  private static final int DEPTH = 64;

  private static String spaced(String body, int length) {
    return body + " ".repeat(length - body.getBytes(StandardCharsets.UTF_8).length);
  }

  @Check(id = "ASP-CON-023", clause = Clause.LIMITS, level = Level.OURS, agents = 1)
  public void aTopicHasUpTo512Characters(Play play) {
    for (String one : List.of("a", "é", "😀")) {
      String topic = one.repeat(512);
      String session =
          play.ann().create("{\"topic\":\"" + topic + "\"}").is(201).text("session_id");
      Expect.equal(topic, play.ann().read(session).is(200).text("topic"), "the topic");
      var _ = play.ann().create("{\"topic\":\"" + topic + one + "\"}").wrongAt("/topic");
    }
  }

  @Check(id = "ASP-CON-024", clause = Clause.LIMITS, level = Level.OURS)
  public void contentAndMetadataHaveUpTo96KiBTogether(Play play) {
    String session = play.ann().meet(play.bob());
    int before = play.ann().history(session).size();
    String metadata = "{\"a\":\"é\"}";
    String most = "a".repeat(STORED - 2);
    String less = "é".repeat((STORED - 2 - 10) / 2);
    for (String over :
        List.of(
            "{\"content\":\"" + most + "a\"}",
            "{\"content\":\"" + most + "\",\"metadata\":{}}",
            "{\"content\":\"" + less + "é\",\"metadata\":" + metadata + "}")) {
      var _ = play.ann().send(session, over).refused(413, "PAYLOAD_TOO_LARGE");
      var _ =
          play.ann().create("{\"initial_message\":" + over + "}").refused(413, "PAYLOAD_TOO_LARGE");
    }
    Expect.equal(before, play.ann().history(session).size(), "events");
    var _ = play.ann().send(session, "{\"content\":\"" + most + "\"}").is(201);
    var _ =
        play.ann()
            .send(session, "{\"content\":\"" + less + "\",\"metadata\":" + metadata + "}")
            .is(201);
  }

  @Check(id = "ASP-CON-025", clause = Clause.LIMITS, level = Level.OURS)
  public void theLargestMessageIsDeliveredInOneFrame(Play play) {
    Ear ear = play.bob().connect();
    String session = play.ann().meet(play.bob());
    for (String text : List.of("a".repeat(STORED - 2), "é".repeat(STORED / 2 - 1))) {
      long sequence = play.ann().say(session, text);
      String heard = ear.await(session, sequence).at("/payload/content").asText();
      Expect.that(text.equals(heard), "the text was delivered otherwise");
    }
    String body =
        "{\"end_after_send\":true,\"topic\":\""
            + "😀".repeat(512)
            + "\",\"invite\":"
            + Agent.list(play.bob())
            + ",\"initial_message\":{\"content\":\""
            + "a".repeat(STORED - 2)
            + "\"}}";
    String largest = play.ann().create(body).is(201).text("session_id");
    var _ = ear.awaitType(largest, "session.invited");
    for (String met : List.of(session, largest)) {
      for (String frame : ear.textsOf(met)) {
        int bytes = frame.getBytes(StandardCharsets.UTF_8).length;
        Expect.that(bytes <= FRAME, "a frame of " + bytes + " bytes");
      }
    }
  }

  @Check(id = "ASP-CON-026", clause = Clause.LIMITS, level = Level.OURS)
  public void aBodyHasUpTo256KiB(Play play) {
    String session = play.ann().meet(play.bob());
    String message = "{\"content\":\"x\"}";
    var _ = play.ann().send(session, spaced(message, BODY)).is(201);
    int before = play.ann().history(session).size();
    var _ = play.ann().send(session, spaced(message, BODY + 1)).refused(413, "PAYLOAD_TOO_LARGE");
    for (String verb : List.of("join", "invite", "leave", "end", "reopen")) {
      var _ =
          play.ann()
              .post("/sessions/" + session + "/" + verb, spaced("{}", BODY + 1))
              .refused(413, "PAYLOAD_TOO_LARGE");
    }
    var _ = play.ann().create(spaced("{}", BODY + 1)).refused(413, "PAYLOAD_TOO_LARGE");
    Expect.equal(before, play.ann().history(session).size(), "events");
    var _ = play.ann().create(spaced("{}", BODY)).is(201);
  }

  private String invitees(Play play, int count) {
    String word = play.word();
    return IntStream.range(0, count)
        .mapToObj(i -> Json.quote("@" + word + ".a" + i))
        .collect(Collectors.joining(","));
  }

  @Check(id = "ASP-CON-027", clause = Clause.LIMITS, level = Level.OURS)
  public void aCallInvitesUpTo100(Play play) {
    String bob = Json.quote(play.bob().handle());
    String most = "{\"invite\":[" + bob + "," + invitees(play, 99) + "]}";
    String over = "{\"invite\":[" + bob + "," + invitees(play, 100) + "]}";
    String session = play.ann().create(most).is(201).text("session_id");
    Expect.equal("invited", play.ann().statusOf(session, play.bob()), "who exists among them");
    var _ = play.ann().create(over).wrongAt("/invite");
    String other = play.ann().create("{}").is(201).text("session_id");
    var _ = play.ann().post("/sessions/" + other + "/invite", over).wrongAt("/invite");
    Expect.equal("", play.ann().statusOf(other, play.bob()), "who was among too many");
    var _ =
        play.ann()
            .post("/sessions/" + other + "/invite", most)
            .is(200, "{\"invited\":" + Agent.list(play.bob()) + "}");
  }

  private static String nested(String open, String close, int depth) {
    return open.repeat(depth) + "1" + close.repeat(depth);
  }

  @Check(id = "ASP-CON-028", clause = Clause.LIMITS, level = Level.OURS)
  public void aBodyNests64Deep(Play play) {
    String session = play.ann().meet(play.bob());
    for (List<String> pair : List.of(List.of("{\"a\":", "}"), List.of("[", "]"))) {
      String most = nested(pair.getFirst(), pair.getLast(), DEPTH - 2);
      String over = nested(pair.getFirst(), pair.getLast(), DEPTH - 1);
      String message = "{\"content\":\"x\",\"metadata\":{\"m\":%s}}";
      var _ = play.ann().send(session, message.formatted(most)).is(201);
      var _ = play.ann().send(session, message.formatted(over)).refused(400, "INVALID_REQUEST");
    }
    String deep = "{\"content\":\"x\",\"metadata\":{\"m\":" + nested("[", "]", 100_000) + "}}";
    var _ = play.ann().send(session, deep).refused(400, "INVALID_REQUEST");
  }

  @Check(id = "ASP-CON-029", clause = Clause.STRICT, level = Level.OURS)
  public void aFieldComesOnce(Play play) {
    String session = play.ann().meet(play.bob());
    Map.of(
            "{\"content\":\"a\",\"content\":\"a\"}", "/content",
            "{\"content\":\"a\",\"c\\u006fntent\":\"b\"}", "/content",
            "{\"content\":\"a\",\"metadata\":{\"a\":1,\"a\":1}}", "/metadata/a",
            "{\"content\":\"a\",\"metadata\":{\"a\":[{\"b\":1,\"b\":2}]}}", "/metadata/a/0/b",
            "{\"content\":[{\"type\":\"text\",\"text\":\"a\",\"text\":\"b\"}]}", "/content/0/text",
            "{\"content\":[{\"type\":\"data\",\"data\":{\"\":1,\"\":2}}]}", "/content/0/data/")
        .forEach((body, field) -> {
          var _ = play.ann().send(session, body).wrongAt(field);
        });
    var _ = play.ann().create("{\"topic\":\"a\",\"topic\":\"a\"}").wrongAt("/topic");
  }

  @Check(id = "ASP-CON-030", clause = Clause.STRICT, level = Level.OURS)
  public void anUnknownFieldIsRefusedByEveryVerb(Play play) {
    String session = play.ann().meet(play.bob());
    String over = play.ann().meet(play.bob());
    var _ = play.ann().end(over).is(200);
    for (String verb : List.of("join", "leave", "end")) {
      var _ = play.ann().post("/sessions/" + session + "/" + verb, "{\"x\":1}").wrongAt("/x");
    }
    var _ = play.ann().send(session, "{\"content\":\"x\",\"Content\":\"x\"}").wrongAt("/Content");
    var _ = play.ann().send(session, "{\"content\":\"x\",\"a/b~c\":1}").wrongAt("/a~1b~0c");
    var _ =
        play.ann()
            .post("/sessions/" + session + "/invite", "{\"invite\":[\"@a.b\"],\"x\":null}")
            .wrongAt("/x");
    var _ = play.ann().reopen(over, "{\"topic\":\"x\"}").wrongAt("/topic");
    var _ = play.ann().create("{\"invitees\":[]}").wrongAt("/invitees");
    String inner = "{\"initial_message\":{\"content\":\"x\",\"idempotency_key\":\"k\"}}";
    var _ = play.ann().create(inner).wrongAt("/initial_message/idempotency_key");
    Expect.equal("active", play.ann().read(session).is(200).text("state"), "the state");
  }

  private static byte[] message(int... inTheText) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("{\"content\":\"a".getBytes(StandardCharsets.UTF_8));
    for (int one : inTheText) {
      bytes.write(one);
    }
    bytes.writeBytes("b\"}".getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  @Check(id = "ASP-CON-031", clause = Clause.STRICT, level = Level.OURS)
  public void whatIsNotUtf8IsRefused(Play play) {
    String session = play.ann().meet(play.bob());
    String path = "/sessions/" + session + "/messages";
    int before = play.ann().history(session).size();
    Map<String, byte[]> rows =
        Map.ofEntries(
            Map.entry("a byte that never occurs", message(0xff)),
            Map.entry("a continuation alone", message(0x80)),
            Map.entry("a beginning alone", message(0xc3)),
            Map.entry("two of three bytes", message(0xe6, 0x97)),
            Map.entry("an overlong slash of two bytes", message(0xc0, 0xaf)),
            Map.entry("an overlong slash of three bytes", message(0xe0, 0x80, 0xaf)),
            Map.entry("an overlong slash of four bytes", message(0xf0, 0x80, 0x80, 0xaf)),
            Map.entry("an overlong quote", message(0xc0, 0xa2)),
            Map.entry("a surrogate", message(0xed, 0xa0, 0x80)),
            Map.entry("a pair of surrogates", message(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)),
            Map.entry("beyond the last character", message(0xf4, 0x90, 0x80, 0x80)),
            Map.entry("five bytes", message(0xf8, 0x88, 0x80, 0x80, 0x80)),
            Map.entry("UTF-16", "{\"content\":\"a\"}".getBytes(StandardCharsets.UTF_16LE)),
            Map.entry("UTF-16 marked so", "{\"content\":\"a\"}".getBytes(StandardCharsets.UTF_16)),
            Map.entry("Latin-1", "{\"content\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)));
    rows.forEach((what, body) ->
        Expect.equal(400, play.ann().call("POST", path, body).status(), "the answer to " + what));
    Expect.equal(before, play.ann().history(session).size(), "events");
  }

  @Check(id = "ASP-CON-032", clause = Clause.STRICT)
  public void whatIsNoJsonIsRefused(Play play) {
    String session = play.ann().meet(play.bob());
    int before = play.ann().history(session).size();
    for (String body :
        List.of(
            "x",
            "{",
            "{\"content\":\"x\"",
            "{\"content\":\"x\"} x",
            "{\"content\":\"x\"}{}",
            "{\"content\":\"x\",}",
            "{'content':'x'}",
            "{content:\"x\"}",
            "{\"content\":\"x\" /* why */}",
            "{\"content\":\"a\nb\"}",
            "{\"content\":\"\\x\"}",
            "{\"content\":\"\\u12\"}",
            "{\"content\":\"x\",\"metadata\":{\"a\":NaN}}",
            "{\"content\":\"x\",\"metadata\":{\"a\":01}}",
            "{\"content\":\"x\",\"metadata\":{\"a\":+1}}",
            "{\"content\":\"x\",\"metadata\":{\"a\":1.}}",
            "{\"content\":\"x\",\"metadata\":{\"a\":.5}}",
            "[]",
            "\"content\"",
            "null",
            "5")) {
      Expect.equal(400, play.ann().send(session, body).status(), "the answer to " + body);
    }
    var _ = play.ann().send(session, "").is(400);
    Expect.equal(before, play.ann().history(session).size(), "events");
  }
}
