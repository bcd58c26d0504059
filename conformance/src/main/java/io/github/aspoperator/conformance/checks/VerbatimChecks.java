package io.github.aspoperator.conformance.checks;

import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import java.util.List;

/** That content and metadata come back as the very text that was sent (section 4). */
public final class VerbatimChecks {

  private static final String LONE = "\\ud83d";

  /** Says each as data and as metadata, and looks at the texts that come back. */
  private static void comesBack(Play play, String... values) {
    String session = play.ann().meet(play.bob());
    Ear ear = play.bob().connect();
    for (String value : values) {
      String content = "[{\"type\":\"data\",\"data\":{\"here\":" + value + "}}]";
      String metadata = "{\"there\":" + value + "}";
      long sequence =
          play.ann()
              .send(session, "{\"content\":" + content + ",\"metadata\":" + metadata + "}")
              .is(201)
              .number("sequence");
      var _ = ear.await(session, sequence);
      String heard = ear.textsOf(session).getLast();
      String path = "/sessions/" + session + "/events?after_sequence=" + (sequence - 1);
      String read = play.bob().get(path).is(200).body();
      for (String text : List.of(content, metadata)) {
        Expect.that(heard.contains(text), text + " was delivered otherwise: " + heard);
        Expect.that(read.contains(text), text + " is read otherwise: " + read);
      }
    }
  }

  @Check(id = "ASP-CON-015", clause = Clause.VERBATIM, level = Level.OURS)
  public void numbersComeBackAsTheyWereWritten(Play play) {
    comesBack(
        play,
        "1e400",
        "-1E-400",
        "0.10",
        "-0",
        "-0.0",
        "1.0",
        "1E+2",
        "12345678901234567890",
        "0.1234567890123456789012345678901234567890",
        "9007199254740993");
  }

  @Check(id = "ASP-CON-016", clause = Clause.VERBATIM, level = Level.OURS)
  public void keysComeBackInTheirOrder(Play play) {
    comesBack(
        play,
        "{\"z\":1,\"a\":2,\"m\":{\"y\":1,\"b\":2}}",
        "{\"10\":1,\"9\":2,\"\":3,\"B\":4,\"a\":5}",
        "{\"__proto__\":1,\"constructor\":2}");
  }

  @Check(id = "ASP-CON-017", clause = Clause.VERBATIM, level = Level.OURS)
  public void escapesComeBackAsTheyWereWritten(Play play) {
    comesBack(
        play,
        "\"\\u0061\\u00e9\\u00E9\"",
        "\"\\/ / \\b\\f\\n\\r\\t \\u000a \\\" \\u0022 \\\\ \\u005c\"",
        "\"\\ud83d\\ude00 \\uD83D\\uDE00\"",
        "\"\\u0000 \\u2028 \\u007f\"",
        "{\"\\u0061\":1,\"\\/\":2}");
  }

  @Check(id = "ASP-CON-018", clause = Clause.VERBATIM, level = Level.OURS)
  public void loneSurrogatesThatAreEscapedAreTextLikeAnyOther(Play play) {
    comesBack(play, "\"" + LONE + "\"", "\"\\ude00" + LONE + "x\"");
    String session = play.ann().meet(play.bob());
    var _ = play.ann().send(session, "{\"content\":\"" + LONE + "\"}").is(201);
    String read = play.bob().get("/sessions/" + session + "/events").is(200).body();
    Expect.that(
        read.contains("\"content\":\"" + LONE + "\""), "the text is read otherwise: " + read);
  }

  @Check(id = "ASP-CON-019", clause = Clause.VERBATIM, level = Level.OURS)
  public void charactersComeBackUnescaped(Play play) {
    comesBack(
        play,
        "\"é e\u0301 ß 日本語 😀 👩‍👩‍👧 \uffff \u2028\u2029 \u007f </script> &amp; '\"",
        "{\"é😀\":\"\ufeff\"}");
  }

  @Check(id = "ASP-CON-020", clause = Clause.VERBATIM, level = Level.OURS)
  public void theSpaceBetweenComesBack(Play play) {
    comesBack(play, "{ \"a\" :\t[ 1 , 2 ] }", "[\n  1,\r\n  2\n]");
  }

  @Check(id = "ASP-CON-021", clause = Clause.VERBATIM, level = Level.OURS)
  public void anInitialMessageComesBackInItsMessageAndItsInvitation(Play play) {
    Ear ear = play.bob().connect();
    String content =
        "[ {\"text\":\"\\u0061\\/"
            + LONE
            + "\",\"type\":\"text\"},{\"type\":\"data\",\"data\":{\"b\":1e400,\"a\":-0}}]";
    String metadata = "{\"z\":0.10, \"a\":1}";
    String body =
        "{\"end_after_send\":true,\"invite\":"
            + Agent.list(play.bob())
            + ",\"initial_message\":{\"metadata\":"
            + metadata
            + ",\"content\":"
            + content
            + "}}";
    String session = play.ann().create(body).is(201).text("session_id");
    var _ = ear.awaitType(session, "session.invited");
    String invitation = ear.textsOf(session).getFirst();
    String log = play.ann().get("/sessions/" + session + "/events?limit=1").is(200).body();
    for (String text : List.of(content, metadata)) {
      Expect.that(invitation.contains(text), text + " was delivered otherwise: " + invitation);
      Expect.that(log.contains(text), text + " is read otherwise: " + log);
    }
  }

  @Check(id = "ASP-CON-022", clause = Clause.LIVE_AND_HISTORY, level = Level.OURS)
  public void whatWasDeliveredIsReadAsTheSameText(Play play) {
    Ear ear = play.bob().connect();
    String session = play.ann().meet(play.bob());
    long last =
        play.ann()
            .send(
                session,
                "{\"metadata\":{\"b\":1.0,\"a\":\"\\u0041\"},\"content\":\"\\u00e9\",\"idempotency_key\":\"k\"}")
            .is(201)
            .number("sequence");
    var _ = ear.await(session, last);
    String read = play.bob().get("/sessions/" + session + "/events").is(200).body();
    for (String heard : ear.textsOf(session)) {
      Expect.that(read.contains(heard), heard + " is read otherwise: " + read);
    }
  }
}
