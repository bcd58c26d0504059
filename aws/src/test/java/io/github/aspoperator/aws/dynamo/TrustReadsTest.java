package io.github.aspoperator.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Block;
import io.github.aspoperator.trust.Policy;
import io.github.aspoperator.trust.Reachability;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 7: a denial is not distinguishable from absence, not by what is read either. */
final class TrustReadsTest {

  private static final Handle CALLER = Handle.of("@acme.caller");
  private static final Handle OPEN = Handle.of("@acme.open");

  private final Calls calls = new Calls();
  private final DynamoHome home = new DynamoHome(calls);
  private final Reachability reachability =
      new Reachability(home.agents(), home.allowlists(), home.blocks());

  @BeforeEach
  void populate() {
    register("caller", Policy.OPEN);
    register("open", Policy.OPEN);
    register("closed", Policy.ALLOWLIST);
    register("blocked", Policy.OPEN);
    register("blocking", Policy.OPEN);
    register("removed", Policy.OPEN);
    home.blocks().add(new Block(CALLER, Handle.of("@acme.blocked")));
    home.blocks().add(new Block(Handle.of("@acme.blocking"), CALLER));
    home.agents().remove(Handle.of("@acme.removed"));
  }

  private void register(String name, Policy policy) {
    home.agents().register(new Agent(Handle.of("@acme." + name), policy));
  }

  @AfterEach
  void close() {
    home.close();
  }

  private List<String> callsOf(Handle peer) {
    calls.forget();
    reachability.contacts(CALLER, List.of(peer), List.of());
    return calls.made();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "closed", "blocked", "blocking", "removed"})
  void whoeverCannotBeReachedIsFoundOutByTheSameReadsAsWhoCan(String name) {
    Handle peer = Handle.of("@acme." + name);
    assertEquals(
        Set.of(), reachability.contacts(CALLER, List.of(peer), List.of()).reachable(), name);
    assertEquals(callsOf(OPEN), callsOf(peer));
  }

  @Test
  void whoCanBeReachedIsFoundByReadsAtAll() {
    assertEquals(Set.of(OPEN), reachability.contacts(CALLER, List.of(OPEN), List.of()).reachable());
    assertFalse(callsOf(OPEN).isEmpty());
  }
}
