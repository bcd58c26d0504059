package io.github.aspoperator.wire.request;

import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Policy;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of trust in the owner's bodies (protocol sections 2 and 7). */
final class TrustWords {

  private TrustWords() {}

  /**
   * A policy, where none was {@code said} before: {@code policy} and {@code inbound_policy} are one
   * field.
   */
  static Policy policy(JsonReader in, @Nullable Policy said) {
    if (said != null) {
      throw in.repeated();
    }
    String text = in.string();
    for (Policy policy : Policy.values()) {
      if (policy.text().equals(text)) {
        return policy;
      }
    }
    throw in.refused("A policy is allowlist or open.");
  }

  /** Allowlist entries, each once, in the order in which they came first. */
  static List<AllowlistEntry> entries(JsonReader in) {
    Set<AllowlistEntry> entries = new LinkedHashSet<>();
    in.array();
    while (in.nextElement()) {
      entries.add(
          AllowlistEntry.parse(in.string())
              .orElseThrow(() -> in.refused("An entry is @owner.agent or @owner.*.")));
    }
    return List.copyOf(entries);
  }
}
