package io.github.aspoperator.wire.request;

import static io.github.aspoperator.wire.Wire.ALICE;
import static io.github.aspoperator.wire.Wire.refusal;
import static io.github.aspoperator.wire.Wire.refusedField;
import static io.github.aspoperator.wire.Wire.text;
import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.session.Command;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /sessions/{id}/messages} (protocol sections 3 and 4). */
class SendTest {

  private static final SessionId SESSION = new SessionId(new Ulid(0x0190_0000_0000_7000L, -1));

  private static Command.Send send(String body) {
    return Requests.send(utf8(body), SESSION.text(), ALICE, Optional.empty());
  }

  @Test
  void aMessageKeepsContentAndMetadataAsTheyWereSent() {
    Command.Send send =
        send(
            """
             {
              "metadata" :  {"n": 1e400, "é" : [ 0.10, -0 ], "n2":12345678901234567890 } ,
              "content" :\t[ {"text" : "gr\\u00fc\\u00df 😀", "type":"text"} ]
            }
            """);
    Body body =
        new Body(
            RawJson.of("[ {\"text\" : \"gr\\u00fc\\u00df 😀\", \"type\":\"text\"} ]"),
            Optional.of(
                RawJson.of("{\"n\": 1e400, \"é\" : [ 0.10, -0 ], \"n2\":12345678901234567890 }")));
    assertEquals(new Command.Send(SESSION, ALICE, body, Optional.empty(), Optional.empty()), send);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'x'",
        "'\\ud800'",
        "' '",
        "[{'type':'text','text':'x'}]",
        "[{'text':'x','type':'text'},{'type':'text','text':'y'}]",
        "[{'type':'image','url':'https://example.com/a.png'}]",
        "[{'type':'image','data_uri':'data:image/png;base64,AA==','mime_type':'image/png','name':'a'}]",
        "[{'type':'image','url':'u','data_uri':'\\u0064ata:,'}]",
        "[{'type':'file','url':'u'}]",
        "[{'type':'file','url':'u','name':'','mime_type':'text/plain','size':0}]",
        "[{'type':'file','url':'u','size':123456789012345678901234567890}]",
        "[{'type':'file','url':'u','size':-0}]",
        "[{'type':'data','data':{}}]",
        "[{'\\u0074ype':'data','data':{'a':[1e400,{'type':'x'}]}}]"
      })
  void contentOfEveryKindIsTaken(String content) {
    String json = content.replace('\'', '"');
    assertEquals(json, text(send("{\"content\":" + json + "}").body().content()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                        | /content",
        "{'metadata':{}}                                           | /content",
        "{'content':''}                                            | /content",
        "{'content':null}                                          | /content",
        "{'content':1}                                             | /content",
        "{'content':true}                                          | /content",
        "{'content':{}}                                            | /content",
        "{'content':[]}                                            | /content",
        "{'content':'x','content':'y'}                             | /content",
        "{'content':'x','other':1}                                 | /other",
        "{'content':'x','a/b~':1}                                  | /a~1b~0",
        "{'content':'x','metadata':null}                           | /metadata",
        "{'content':'x','metadata':[]}                             | /metadata",
        "{'content':'x','metadata':'m'}                            | /metadata",
        "{'content':'x','metadata':{'a':1,'a':2}}                  | /metadata/a",
        "{'content':'x','idempotency_key':''}                      | /idempotency_key",
        "{'content':'x','idempotency_key':7}                       | /idempotency_key",
        "{'content':'x','idempotency_key':null}                    | /idempotency_key",
        "{'content':['x']}                                         | /content/0",
        "{'content':[{'type':'text','text':'x'},null]}             | /content/1",
        "{'content':[{}]}                                          | /content/0/type",
        "{'content':[{'text':'x'}]}                                | /content/0/type",
        "{'content':[{'type':'video','url':'u'}]}                  | /content/0/type",
        "{'content':[{'type':7}]}                                  | /content/0/type",
        "{'content':[{'type':'text'}]}                             | /content/0/text",
        "{'content':[{'type':'text','text':''}]}                   | /content/0/text",
        "{'content':[{'type':'text','text':null}]}                 | /content/0/text",
        "{'content':[{'type':'text','text':'x','bold':true}]}      | /content/0/bold",
        "{'content':[{'type':'text','text':'x','url':'u'}]}        | /content/0/url",
        "{'content':[{'type':'text','text':'x','text':'y'}]}       | /content/0/text",
        "{'content':[{'type':'image'}]}                            | /content/0/url",
        "{'content':[{'type':'image','url':''}]}                   | /content/0/url",
        "{'content':[{'type':'image','data_uri':'http://x'}]}      | /content/0/data_uri",
        "{'content':[{'type':'image','data_uri':1}]}               | /content/0/data_uri",
        "{'content':[{'type':'image','url':'u','mime_type':1}]}    | /content/0/mime_type",
        "{'content':[{'type':'image','url':'u','size':1}]}         | /content/0/size",
        "{'content':[{'type':'file','name':'n'}]}                  | /content/0/url",
        "{'content':[{'type':'file','url':'u','data_uri':'data:'}]} | /content/0/data_uri",
        "{'content':[{'type':'file','url':'u','name':null}]}       | /content/0/name",
        "{'content':[{'type':'file','url':'u','size':-1}]}         | /content/0/size",
        "{'content':[{'type':'file','url':'u','size':1.0}]}        | /content/0/size",
        "{'content':[{'type':'file','url':'u','size':1e2}]}        | /content/0/size",
        "{'content':[{'type':'file','url':'u','size':'1'}]}        | /content/0/size",
        "{'content':[{'type':'data'}]}                             | /content/0/data",
        "{'content':[{'type':'data','data':[]}]}                   | /content/0/data",
        "{'content':[{'type':'data','data':{'a':{'b':1,'b':2}}}]}  | /content/0/data/a/b",
      })
  void whatIsWrongIsNamed(String body, String field) {
    assertEquals(field, refusedField(() -> send(body.replace('\'', '"'))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "\"x\"", "null", "{\"content\":\"x\"}{}"})
  void theBodyIsOneObject(String body) {
    assertEquals("", refusedField(() -> send(body)));
  }

  @Test
  void contentMayBeNestedToLevel64OfTheBody() {
    // the body, the list and the part are three levels
    String data = "{\"a\":".repeat(61) + "1" + "}".repeat(61);
    send("{\"content\":[{\"type\":\"data\",\"data\":" + data + "}]}");
    assertEquals(
        "/content/0/data" + "/a".repeat(61),
        refusedField(
            () -> send("{\"content\":[{\"type\":\"data\",\"data\":{\"a\":" + data + "}}]}")));
  }

  @Test
  void contentAndMetadataTogetherHaveALimit() {
    String metadata = "{\"a\":1}";
    String content = "\"" + "x".repeat(Body.MAX_BYTES - metadata.length() - 2) + "\"";
    Command.Send full = send("{\"content\":" + content + ",\"metadata\":" + metadata + "}");
    assertEquals(Body.MAX_BYTES, full.body().size());
    Refusal more = refusal(() -> send("{\"content\":" + content + ",\"metadata\":{\"a\":12}}"));
    assertEquals(Refusal.PayloadTooLarge.class, more.getClass());
  }

  @Test
  void theBodyHasALimitWhateverIsInIt() {
    String space = " ".repeat(Requests.MAX_BODY_BYTES - 15);
    assertEquals("\"x\"", text(send("{\"content\":\"x\"}" + space).body().content()));
    Refusal more = refusal(() -> send("{\"content\":\"x\"}" + space + " "));
    assertEquals(Refusal.PayloadTooLarge.class, more.getClass());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sess_",
        "sess_1",
        "msg_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "sess_01arz3ndektsv4rrffq69g5fav"
      })
  void whatIsNoSessionIdIsNotFoundOnceTheBodyIsRight(String id) {
    byte[] right = utf8("{\"content\":\"x\"}");
    assertEquals(
        new Refusal.NotFound(), refusal(() -> Requests.send(right, id, ALICE, Optional.empty())));
    byte[] wrong = utf8("{\"content\":\"\"}");
    assertEquals("/content", refusedField(() -> Requests.send(wrong, id, ALICE, Optional.empty())));
    assertEquals(
        "Idempotency-Key", refusedField(() -> Requests.send(right, id, ALICE, Optional.of(""))));
  }
}
