package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Policy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The agent item: all that trust asks of an agent, so that it is the same read whatever the answer
 * (invariant 7). One of a handle that was never registered has neither policy nor tombstone.
 *
 * @param handle whose
 * @param item as it was read
 */
record TrustItem(Handle handle, Item item) {

  /** The policy's word; there while the agent is registered. */
  static final String POLICY = "o";

  /** There once the agent was removed. */
  static final String TOMBSTONE = "r";

  /** How many members were taken out of its two lists: who adds to one must have seen them all. */
  static final String REMOVALS = "c";

  static TrustItem of(Item item) {
    return new TrustItem(Keys.ofAgent(item), item);
  }

  /** The agent, if it is registered. */
  Optional<Agent> agent() {
    return item.has(POLICY)
        ? Optional.of(new Agent(handle, policy(item.text(POLICY))))
        : Optional.empty();
  }

  private static Policy policy(String text) {
    return Arrays.stream(Policy.values())
        .filter(policy -> policy.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no policy is called " + text));
  }

  boolean isRemoved() {
    return item.has(TOMBSTONE);
  }

  long removals() {
    return item.has(REMOVALS) ? item.number(REMOVALS) : 0;
  }

  /** The digests of a list's members. */
  Set<SdkBytes> members(TrustList list) {
    return item.set(list.attribute());
  }
}
