package io.github.aspoperator.wire;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/** Bytes and refusals, for tests. */
public final class Wire {

  /** Who calls. */
  public static final Handle ALICE = Handle.of("@acme.alice");

  /** Another agent. */
  public static final Handle BOB = Handle.of("@acme.bob");

  /** A third agent. */
  public static final Handle CAROL = Handle.of("@umbrella.carol");

  private Wire() {}

  /** {@code text} as it travels. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** {@code bytes} as text. */
  public static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** {@code json} as text. */
  public static String text(RawJson json) {
    return text(json.utf8());
  }

  /** What {@code call} is refused with. */
  public static Refusal refusal(Callable<?> call) {
    return assertThrows(Refused.class, call::call).refusal();
  }

  /** The field that {@code call} is refused for, with 400. */
  public static String refusedField(Callable<?> call) {
    return assertInstanceOf(Refusal.InvalidRequest.class, refusal(call)).field();
  }
}
