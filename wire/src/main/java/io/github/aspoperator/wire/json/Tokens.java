package io.github.aspoperator.wire.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one document, as Jackson finds them. It is decoded before, since Jackson does not
 * judge UTF-8; and read as characters, for the sake of {@link Escapes}.
 */
final class Tokens {

  private static final int MAX_POINTER = 512;
  private static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * Keeps neither names nor buffers, so there is nothing to close, and nothing that one client
   * sends stays for another. The size of a body is limited before, and its depth behind.
   */
  private static final JsonFactory JACKSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(UNLIMITED)
                  .maxNumberLength(UNLIMITED)
                  .maxStringLength(UNLIMITED)
                  .maxNameLength(UNLIMITED)
                  .build())
          .build();

  private final String document;
  private final boolean masked;
  private final JsonParser parser;

  /** Before the first token of {@code document}. */
  Tokens(byte[] document) {
    this.document = decoded(document);
    char[] shown = this.document.toCharArray();
    this.masked = Escapes.mask(this.document, shown);
    try {
      this.parser = JACKSON.createParser(shown);
    } catch (IOException e) {
      throw impossible(e);
    }
  }

  private static String decoded(byte[] document) {
    try {
      // a new decoder replaces nothing: it reports
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal.InvalidRequest("", "The body must be UTF-8.").thrown();
    }
  }

  /** Goes to the next token; answers null behind the last one. */
  @Nullable JsonToken next() {
    return take(parser::nextToken);
  }

  /** The token where this stands. */
  JsonToken current() {
    return parser.currentToken();
  }

  /** The name of the current field. */
  String name() {
    return sent(take(parser::currentName));
  }

  /** The text of a string, or a number as it is spelled. */
  String text() {
    return sent(take(parser::getText));
  }

  /** Whether a string is empty. */
  boolean isEmpty() {
    return take(parser::getTextLength) == 0;
  }

  /** Objects and arrays inside each other here, the outermost included. */
  int depth() {
    return parser.getParsingContext().getNestingDepth();
  }

  /** Where the current token begins. */
  int start() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  /** The very bytes from {@code start} to the end of the current token. */
  RawJson since(int start) {
    JsonLocation end =
        take(() -> {
          parser.finishToken();
          return parser.currentLocation();
        });
    return RawJson.of(document.substring(start, (int) end.getCharOffset()));
  }

  /** A refusal that names this place: a JSON pointer, cut off where it gets long. */
  Refused refused(String message) {
    return refused("", message);
  }

  /** A refusal that names what {@code more} leads to from here. */
  Refused refused(String more, String message) {
    String pointer = sent(parser.getParsingContext().pathAsPointer().toString());
    String field = pointer.substring(0, Math.min(pointer.length(), MAX_POINTER)) + more;
    return new Refusal.InvalidRequest(field, message).thrown();
  }

  private String sent(String shown) {
    return masked ? Escapes.unmask(shown) : shown;
  }

  private interface Step<T extends @Nullable Object> {
    T take() throws IOException;
  }

  private <T extends @Nullable Object> T take(Step<T> step) {
    try {
      return step.take();
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      throw refused(
          "The JSON is malformed at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".");
    } catch (IOException e) {
      throw impossible(e);
    }
  }

  private static UncheckedIOException impossible(IOException e) {
    return new UncheckedIOException("this is read from memory", e);
  }
}
