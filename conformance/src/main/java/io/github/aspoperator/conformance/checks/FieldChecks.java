package io.github.aspoperator.conformance.checks;

import static io.github.aspoperator.conformance.checks.ContentChecks.refused;
import static io.github.aspoperator.conformance.checks.Contents.STRANGE_FIELDS;
import static io.github.aspoperator.conformance.checks.Contents.wrongs;

import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.List;
import java.util.Map;

/** Fields of the wrong type, and that a refusal names them (section 4). */
public final class FieldChecks {

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

  @Check(id = "ASP-CON-005", clause = Clause.STRICT, level = Level.OURS)
  public void theRefusalNamesTheWrongPart(Play play) {
    String session = play.ann().meet(play.bob());
    wrongs()
        .forEach((content, wrong) ->
            names("/content" + wrong, refused(play, session, content), content));
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

  private static void names(String field, Reply reply, String what) {
    Expect.equal(field, reply.json().at("/error/field").asText(), "the field named for " + what);
  }
}
