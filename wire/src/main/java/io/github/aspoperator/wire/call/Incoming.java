package io.github.aspoperator.wire.call;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as some home has received it; asked only for what its call needs. */
public interface Incoming {

  /** What stands behind the question mark, as sent; null when there is none. */
  @Nullable String rawQuery();

  /** The values of all headers of that name, whatever its case. */
  List<String> headers(String name);

  /**
   * The body; empty when there is none. Throws {@link io.github.aspoperator.refusal.Refused} {@code
   * PayloadTooLarge} for one above the limit, and {@code InvalidRequest} for one that cannot be
   * read to its end.
   */
  byte[] body();

  /** A header that comes several times is one list, as HTTP has it: none of them wins. */
  default Optional<String> header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }
}
