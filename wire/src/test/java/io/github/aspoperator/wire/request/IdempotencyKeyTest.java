package io.github.aspoperator.wire.request;

import static io.github.aspoperator.wire.Wire.ALICE;
import static io.github.aspoperator.wire.Wire.refusedField;
import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Keyed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Protocol section 3: where a key comes from, and what it stands for. */
class IdempotencyKeyTest {

  private static final String SESSION = "sess_01ARZ3NDEKTSV4RRFFQ69G5FAV";

  private static Command.Send send(String body, Optional<String> header) {
    return Requests.send(utf8(body.replace('\'', '"')), SESSION, ALICE, header);
  }

  private static Fingerprint fingerprint(String body) {
    return send(body, Optional.of("k")).keyed().orElseThrow().fingerprint();
  }

  @Test
  void theBodysKeyCountsBeforeTheHeaders() {
    Command.Send send = send("{'content':'x','idempotency_key':'b'}", Optional.of(""));
    assertEquals(Optional.of("b"), send.bodyKey());
    assertEquals(Optional.of("b"), send.keyed().map(Keyed::key));
    assertEquals(Optional.of(ALICE), send.keyed().map(Keyed::sender));
  }

  @Test
  void aHeadersKeyDoesNotAppearInTheMessage() {
    Command.Send send = send("{'content':'x'}", Optional.of("h"));
    assertEquals(Optional.empty(), send.bodyKey());
    assertEquals(Optional.of("h"), send.keyed().map(Keyed::key));
  }

  @Test
  void withoutAKeyNothingIsHashed() {
    assertEquals(Optional.empty(), send("{'content':'x'}", Optional.empty()).keyed());
  }

  @Test
  void theSameBodyWithTheKeyInTheHeaderIsTheSameBody() {
    Command.Send inBody = send("{'idempotency_key':'k','content':'x'}", Optional.empty());
    Command.Send inHeader = send("{'content':'x'}", Optional.of("k"));
    assertEquals(inBody.keyed(), inHeader.keyed());
  }

  @Test
  void aBodyIsComparedByWhatItSays() {
    Fingerprint first = fingerprint("{'content':[{'type':'data','data':{'a':1,'b':'é'}}]}");
    assertEquals(
        first, fingerprint(" {'content': [{'data':{'b':'\\u00e9','a':1.0},'type':'data'}] } "));
    assertNotEquals(first, fingerprint("{'content':[{'type':'data','data':{'a':2,'b':'é'}}]}"));
    assertNotEquals(first, fingerprint("{'content':[{'type':'data','data':{'a':1}}]}"));
    assertNotEquals(
        first, fingerprint("{'content':[{'type':'data','data':{'a':1,'b':'é'}}],'metadata':{}}"));
  }

  @Test
  void aNumberBeyondAllBoundsCostsNothing() {
    String data = "{'content':[{'type':'data','data':{'n':1e999999999}}]}";
    assertEquals(fingerprint(data), fingerprint(data.replace("1e999999999", "0.1e1000000000")));
  }

  @Test
  void aKeyHas1To255Characters() {
    String longest = "😀".repeat(255);
    assertEquals(
        Optional.of(longest),
        send("{'content':'x','idempotency_key':'" + longest + "'}", Optional.empty()).bodyKey());
    assertEquals(
        "/idempotency_key",
        refusedField(
            () -> send("{'content':'x','idempotency_key':'" + longest + "y'}", Optional.empty())));
    assertEquals(
        "Idempotency-Key",
        refusedField(() -> send("{'content':'x'}", Optional.of("y".repeat(256)))));
    assertEquals("Idempotency-Key", refusedField(() -> send("{'content':'x'}", Optional.of(""))));
  }

  @Test
  void aCreateHasAKeyOfItsOwn() {
    byte[] body = utf8("{\"topic\":\"t\",\"idempotency_key\":\"k\"}");
    Keyed keyed = Requests.create(body, ALICE, Optional.empty()).keyed().orElseThrow();
    assertEquals("k", keyed.key());
    byte[] bare = utf8("{\"topic\":\"t\"}");
    assertEquals(Optional.of(keyed), Requests.create(bare, ALICE, Optional.of("k")).keyed());
  }
}
