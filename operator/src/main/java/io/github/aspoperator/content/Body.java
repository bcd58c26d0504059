package io.github.aspoperator.content;

import java.util.Optional;

/**
 * What a message says: content (a string, or parts) and metadata (an object), both validated and
 * kept raw (protocol section 4).
 *
 * @param content a JSON string or array of parts
 * @param metadata a JSON object, if any was sent
 */
public record Body(RawJson content, Optional<RawJson> metadata) {

  /** The most bytes that content and metadata may take together; more is refused with 413. */
  public static final int MAX_BYTES = 96 * 1024;

  /** Bytes of content and metadata together. */
  public int size() {
    return content.size() + metadata.map(RawJson::size).orElse(0);
  }
}
