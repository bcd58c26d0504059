package io.github.aspoperator.functions;

import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.call.Incoming;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a request came through the one front door: whoever finds the address of an API behind it
 * finds nothing there.
 *
 * @param secret what the front door adds to each request, if there is one
 */
public record Origin(Optional<String> secret) {

  private static final String HEADER = "x-origin-verify";

  /** Throws {@link io.github.aspoperator.refusal.Refused} {@code NotFound} when it did not. */
  public void check(Incoming incoming) {
    if (secret.isPresent() && !isSame(secret.get(), incoming.headers(HEADER))) {
      throw new Refusal.NotFound().thrown();
    }
  }

  /** Headers as they come through the front door. */
  public Map<String, String> signed(Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    secret.ifPresent(value -> all.put(HEADER, value));
    return all;
  }

  private static boolean isSame(String secret, List<String> sent) {
    return sent.size() == 1
        && MessageDigest.isEqual(
            secret.getBytes(StandardCharsets.UTF_8),
            sent.getFirst().getBytes(StandardCharsets.UTF_8));
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Origin[" + (secret.isPresent() ? "checked" : "not checked") + "]";
  }
}
