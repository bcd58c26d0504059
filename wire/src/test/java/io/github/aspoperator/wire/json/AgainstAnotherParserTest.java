package io.github.aspoperator.wire.json;

import static io.github.aspoperator.wire.Wire.text;
import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.wire.Seeded;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The strict reader, which stands on Jackson's parser of characters, and Jackson's parser of bytes,
 * which is another program, take the same documents. Left out are escaped surrogates, since Jackson
 * refuses lone ones in names; bytes that are no UTF-8, of which it takes some; a byte order mark,
 * which it reads over; and zeros at the beginning, by which it guesses UTF-16 or UTF-32.
 */
class AgainstAnotherParserTest {

  private static final int ROUNDS = 20_000;
  private static final Pattern SURROGATE = Pattern.compile("(?i)\\\\ud[89a-f]");
  private static final JsonFactory JACKSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  @Test
  void bothTakeTheSameDocuments() throws IOException {
    Random random = Seeded.random(getClass());
    RandomJson json = new RandomJson(random);
    int taken = 0;
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] whole = utf8(json.object());
      byte[] document = i % 4 == 0 ? whole : Mutation.of(whole, random);
      if (isLeftOut(document)) {
        continue;
      }
      boolean ours = weTake(document);
      assertEquals(jacksonTakes(document), ours, () -> "differ on " + text(document));
      taken += ours ? 1 : 0;
      refused += ours ? 0 : 1;
    }
    assertTrue(
        taken > ROUNDS / 10 && refused > ROUNDS / 10, taken + " taken, " + refused + " refused");
  }

  private static boolean isLeftOut(byte[] document) {
    String text = text(document);
    return !Arrays.equals(document, utf8(text))
        || text.startsWith("\ufeff")
        || text.lastIndexOf('\0', 3) >= 0
        || SURROGATE.matcher(text).find();
  }

  private static boolean weTake(byte[] document) {
    try {
      return JsonReader.read(
          document,
          in -> {
            in.anyObject();
            return true;
          });
    } catch (Refused e) {
      return false;
    }
  }

  private static boolean jacksonTakes(byte[] document) throws IOException {
    try (JsonParser parser = JACKSON.createParser(document)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (StreamReadException e) {
      return false;
    }
  }
}
