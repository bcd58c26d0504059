package io.github.aspoperator.wire.reply;

import static io.github.aspoperator.wire.Wire.ALICE;
import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspoperator.content.Body;
import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.wire.Seeded;
import io.github.aspoperator.wire.json.RandomJson;
import io.github.aspoperator.wire.request.Requests;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content comes out as it went in, byte for byte (protocol section 4). */
class RoundTripTest {

  private static final int ROUNDS = 2_000;
  private static final ObjectMapper JACKSON = new ObjectMapper();

  private static byte[] frame(String content, String metadata) {
    byte[] sent = utf8(" {\"metadata\" :\t" + metadata + "\n, \"content\":  " + content + " }");
    Command.Send send = Requests.send(sent, Sample.SESSION.text(), ALICE, Optional.empty());
    Body body = send.body();
    assertArrayEquals(utf8(content), body.content().utf8());
    assertArrayEquals(utf8(metadata), body.metadata().orElseThrow().utf8());
    return EventCodec.encode(Sample.event(new Payload.Message(ALICE, body, Optional.empty())));
  }

  private static boolean contains(byte[] frame, byte[] part) {
    List<Byte> in = list(frame);
    return Collections.indexOfSubList(in, list(part)) >= 0;
  }

  private static List<Byte> list(byte[] bytes) {
    Byte[] boxed = new Byte[bytes.length];
    Arrays.setAll(boxed, i -> bytes[i]);
    return List.of(boxed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"n\":1e400,\"m\":0.10,\"z\":-0,\"b\":12345678901234567890}",
        "{ \"b\" : 1,\r\n \"a\" : 2 }",
        "{\"\\ud800\":\"\\udfff\",\"\\u0000\":\"\\u0000\"}",
        "{\"é😀\u2028\":\"\\u00e9\\/\u007f\"}",
        "{\"</script>\":\"\\\"}],{\"}"
      })
  void hostileValuesComeBack(String object) {
    String content = "[ {\"data\": " + object + ", \"type\":\"data\"} ]";
    byte[] frame = frame(content, object);
    assertTrue(contains(frame, utf8("\"content\":" + content + ",\"created_at\"")));
    assertTrue(contains(frame, utf8("\"metadata\":" + object + "}}")));
  }

  @Test
  void anyValueComesBackAndTheFrameIsJson() throws IOException {
    Random random = Seeded.random(getClass());
    RandomJson json = new RandomJson(random);
    for (int i = 0; i < ROUNDS; i++) {
      String data = distinct(json);
      String content = "[{\"type\":\"data\",\"data\":" + data + "}]";
      byte[] frame = frame(content, data);
      assertTrue(contains(frame, utf8(data)));
      JsonNode payload = JACKSON.readTree(frame).get("payload");
      assertEquals(JACKSON.readTree(data), payload.get("metadata"));
      assertEquals(JACKSON.readTree(content), payload.get("content"));
    }
  }

  /** An object without repeated names. */
  private static String distinct(RandomJson json) {
    String object = json.object();
    while (!isTaken(object)) {
      object = json.object();
    }
    return object;
  }

  private static boolean isTaken(String object) {
    try {
      frame("\"x\"", object);
      return true;
    } catch (Refused repeated) {
      return false;
    }
  }
}
