package io.github.aspoperator.wire.request;

import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.json.Fields;
import io.github.aspoperator.wire.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** What holds for every request body (protocol section 4). */
final class Bodies {

  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.US_ASCII);
  private static final Fields NONE = Fields.of();

  private Bodies() {}

  /** A body that must be there. */
  static <T> T read(byte[] body, Function<JsonReader, T> shape) {
    if (body.length > Requests.MAX_BODY_BYTES) {
      throw new Refusal.PayloadTooLarge("the request body").thrown();
    }
    return JsonReader.read(body, shape);
  }

  /** A body that may be left out, which is the same as {@code {}}. */
  static <T> T readOptional(byte[] body, Function<JsonReader, T> shape) {
    return read(body.length == 0 ? EMPTY : body, shape);
  }

  /** A body that says nothing. */
  static void readNothing(byte[] body) {
    if (body.length > 0) {
      read(body, Bodies::noField);
    }
  }

  private static boolean noField(JsonReader in) {
    in.object();
    return in.nextField(NONE) == null;
  }
}
