package io.github.aspoperator.local.store;

import org.jspecify.annotations.Nullable;

/**
 * The data directory cannot be used; the message is one sentence for whoever started the operator.
 */
public final class CannotOpen extends RuntimeException {

  CannotOpen(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
