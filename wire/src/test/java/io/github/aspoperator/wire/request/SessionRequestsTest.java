package io.github.aspoperator.wire.request;

import static io.github.aspoperator.wire.Wire.ALICE;
import static io.github.aspoperator.wire.Wire.BOB;
import static io.github.aspoperator.wire.Wire.CAROL;
import static io.github.aspoperator.wire.Wire.refusal;
import static io.github.aspoperator.wire.Wire.refusedField;
import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.session.Command;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls on sessions but the send (protocol section 3). */
class SessionRequestsTest {

  private static final String ID = "sess_01ARZ3NDEKTSV4RRFFQ69G5FAV";
  private static final SessionId SESSION = SessionId.parse(ID).orElseThrow();
  private static final byte[] NOTHING = {};

  private static Command.Create create(String body) {
    return Requests.create(utf8(body.replace('\'', '"')), ALICE, Optional.empty());
  }

  private static Body body(String content) {
    return new Body(RawJson.of(content), Optional.empty());
  }

  @Test
  void aCreateMaySayEverything() {
    Command.Create create =
        create(
            """
            {
              'invite': ['@umbrella.carol', '@acme.bob', '@umbrella.carol'],
              'topic': 'The \\u0022plan\\u0022',
              'initial_message': {'content': 'Hello', 'metadata': {'a': 1 }},
              'end_after_send': true
            }
            """);
    Body body = new Body(RawJson.of("\"Hello\""), Optional.of(RawJson.of("{\"a\": 1 }")));
    assertEquals(
        new Command.Create(
            ALICE,
            List.of(CAROL, BOB),
            Optional.of("The \"plan\""),
            Optional.of(body),
            true,
            Optional.empty()),
        create);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'invite':[]}", "{'end_after_send':false}"})
  void aCreateMaySayNothing(String body) {
    assertEquals(
        new Command.Create(
            ALICE, List.of(), Optional.empty(), Optional.empty(), false, Optional.empty()),
        create(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'invite':'@acme.bob'}                        | /invite",
        "{'invite':null}                               | /invite",
        "{'invite':[null]}                             | /invite/0",
        "{'invite':['@acme.bob',7]}                    | /invite/1",
        "{'invite':['@acme.bob','acme.bob']}           | /invite/1",
        "{'invite':['@acme.*']}                        | /invite/0",
        "{'invite':['@Acme.bob']}                      | /invite/0",
        "{'invite':['@acme.bob.x']}                    | /invite/0",
        "{'invite':['']}                               | /invite/0",
        "{'invite':['@acme.bob','@acme.alice']}        | /invite/1",
        "{'topic':''}                                  | /topic",
        "{'topic':null}                                | /topic",
        "{'topic':['x']}                               | /topic",
        "{'initial_message':'x'}                       | /initial_message",
        "{'initial_message':null}                      | /initial_message",
        "{'initial_message':{}}                        | /initial_message/content",
        "{'initial_message':{'content':''}}            | /initial_message/content",
        "{'initial_message':{'content':'x','to':'y'}}  | /initial_message/to",
        "{'initial_message':{'content':'x','idempotency_key':'k'}} |"
            + " /initial_message/idempotency_key",
        "{'initial_message':{'content':[{'type':'text'}]}}         |"
            + " /initial_message/content/0/text",
        "{'end_after_send':true}                       | /initial_message",
        "{'end_after_send':1,'initial_message':{'content':'x'}}    | /end_after_send",
        "{'end_after_send':null}                       | /end_after_send",
        "{'content':'x'}                               | /content",
        "{'topic':'a','topic':'a'}                     | /topic",
      })
  void whatIsWrongWithACreateIsNamed(String body, String field) {
    assertEquals(field, refusedField(() -> create(body)));
  }

  @Test
  void aCreateNeedsABody() {
    assertEquals("", refusedField(() -> Requests.create(NOTHING, ALICE, Optional.empty())));
  }

  @Test
  void aTopicHas1To512CodePoints() {
    assertEquals(Optional.of("\ud800"), create("{'topic':'\\ud800'}").topic());
    String longest = "😀".repeat(512);
    assertEquals(Optional.of(longest), create("{'topic':'" + longest + "'}").topic());
    assertEquals("/topic", refusedField(() -> create("{'topic':'" + longest + "x'}")));
  }

  @Test
  void aHundredMayBeInvitedAndWhoComesTwiceCountsOnce() {
    String hundred =
        IntStream.range(0, 100)
            .mapToObj(i -> "'@acme.a" + i + "'")
            .collect(Collectors.joining(","));
    assertEquals(100, create("{'invite':[" + hundred + "]}").invite().size());
    assertEquals("/invite", refusedField(() -> create("{'invite':[" + hundred + ",'@acme.b']}")));
    String same = String.join(",", Collections.nCopies(101, "'@acme.bob'"));
    assertEquals(1, create("{'invite':[" + same + "]}").invite().size());
  }

  @Test
  void anInviteNamesAtLeastOne() {
    Command.Invite invite =
        Requests.invite(utf8("{\"invite\":[\"@acme.bob\",\"@acme.bob\"]}"), ID, ALICE);
    assertEquals(new Command.Invite(SESSION, ALICE, List.of(BOB)), invite);
    assertEquals(
        "/invite", refusedField(() -> Requests.invite(utf8("{\"invite\":[]}"), ID, ALICE)));
    assertEquals("/invite", refusedField(() -> Requests.invite(utf8("{}"), ID, ALICE)));
    assertEquals("", refusedField(() -> Requests.invite(NOTHING, ID, ALICE)));
    assertEquals(
        "/invite/0",
        refusedField(() -> Requests.invite(utf8("{\"invite\":[\"@acme.alice\"]}"), ID, ALICE)));
  }

  @Test
  void aReopenTellsAnAbsentListFromAnEmptyOne() {
    Command.Reopen everybody =
        new Command.Reopen(SESSION, ALICE, Optional.empty(), Optional.empty());
    assertEquals(everybody, Requests.reopen(NOTHING, ID, ALICE));
    assertEquals(everybody, Requests.reopen(utf8("{}"), ID, ALICE));
    assertEquals(
        new Command.Reopen(SESSION, ALICE, Optional.of(List.of()), Optional.empty()),
        Requests.reopen(utf8("{\"invite\":[]}"), ID, ALICE));
    assertEquals(
        new Command.Reopen(SESSION, ALICE, Optional.of(List.of(BOB)), Optional.of(body("\"x\""))),
        Requests.reopen(
            utf8("{\"initial_message\":{\"content\":\"x\"},\"invite\":[\"@acme.bob\"]}"),
            ID,
            ALICE));
    assertEquals(
        "/topic", refusedField(() -> Requests.reopen(utf8("{\"topic\":\"x\"}"), ID, ALICE)));
    assertEquals(
        "/invite/0",
        refusedField(() -> Requests.reopen(utf8("{\"invite\":[\"@acme.alice\"]}"), ID, ALICE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", " { } "})
  void joinLeaveAndEndSayNothing(String body) {
    assertEquals(new Command.Join(SESSION, ALICE), Requests.join(utf8(body), ID, ALICE));
    assertEquals(new Command.Leave(SESSION, ALICE), Requests.leave(utf8(body), ID, ALICE));
    assertEquals(new Command.End(SESSION, ALICE), Requests.end(utf8(body), ID, ALICE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{'a':1} | /a", "[] | ''", "null | ''", "{ | ''", "{}{} | ''"})
  void joinLeaveAndEndTakeNothingElse(String body, String field) {
    byte[] bytes = utf8(body.replace('\'', '"'));
    assertEquals(field, refusedField(() -> Requests.join(bytes, ID, ALICE)));
    assertEquals(field, refusedField(() -> Requests.leave(bytes, ID, ALICE)));
    assertEquals(field, refusedField(() -> Requests.end(bytes, ID, ALICE)));
  }

  @Test
  void whatIsNoSessionIdIsNotFound() {
    Refusal notFound = new Refusal.NotFound();
    byte[] invite = utf8("{\"invite\":[\"@acme.bob\"]}");
    assertEquals(notFound, refusal(() -> Requests.join(NOTHING, "x", ALICE)));
    assertEquals(notFound, refusal(() -> Requests.leave(NOTHING, "x", ALICE)));
    assertEquals(notFound, refusal(() -> Requests.end(NOTHING, "x", ALICE)));
    assertEquals(notFound, refusal(() -> Requests.reopen(NOTHING, "x", ALICE)));
    assertEquals(notFound, refusal(() -> Requests.invite(invite, "x", ALICE)));
    assertEquals(notFound, refusal(() -> Requests.session("x")));
    assertTrue(refusedField(() -> Requests.join(utf8("[]"), "x", ALICE)).isEmpty());
  }
}
