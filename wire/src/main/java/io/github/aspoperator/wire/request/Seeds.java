package io.github.aspoperator.wire.request;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Allowlists;
import io.github.aspoperator.trust.Policy;
import io.github.aspoperator.wire.http.BearerTokens;
import io.github.aspoperator.wire.json.Fields;
import io.github.aspoperator.wire.json.JsonKind;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Seed files: {@code {handle: token | {token?, policy? | inbound_policy?, allowlist?}}} (protocol
 * section 7).
 */
public final class Seeds {

  private static final Fields FIELDS = Fields.of("token", "policy", "inbound_policy", "allowlist");

  private Seeds() {}

  /**
   * The agents of a seed file of any size, in its order.
   *
   * @throws io.github.aspoperator.refusal.Refused {@code InvalidRequest} that names the place
   */
  public static List<Seed> read(byte[] file) {
    return JsonReader.read(file, Seeds::agents);
  }

  private static List<Seed> agents(JsonReader in) {
    List<Seed> seeds = new ArrayList<>();
    Set<Handle> handles = new HashSet<>();
    Set<String> tokens = new HashSet<>();
    in.object();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      Handle handle = Handle.parse(name).orElseThrow(() -> in.refused("A handle is @owner.agent."));
      if (!handles.add(handle)) {
        throw in.repeated();
      }
      Seed seed = agent(handle, in);
      if (seed.token().isPresent() && !tokens.add(seed.token().get().secret())) {
        throw in.refused("Another agent has this token.");
      }
      seeds.add(seed);
    }
    return List.copyOf(seeds);
  }

  private static Seed agent(Handle handle, JsonReader in) {
    if (in.peek() == JsonKind.STRING) {
      return new Seed(new Agent(handle, Policy.ALLOWLIST), List.of(), Optional.of(token(in)));
    }
    Token token = null;
    Policy policy = null;
    List<AllowlistEntry> allowlist = List.of();
    in.object();
    for (String name = in.nextField(FIELDS); name != null; name = in.nextField(FIELDS)) {
      switch (name) {
        case "token" -> token = token(in);
        case "policy", "inbound_policy" -> policy = TrustWords.policy(in, policy);
        case "allowlist" -> allowlist = allowlist(in);
        default -> throw new IllegalStateException(name);
      }
    }
    Agent agent = new Agent(handle, policy == null ? Policy.ALLOWLIST : policy);
    return new Seed(agent, allowlist, Optional.ofNullable(token));
  }

  private static List<AllowlistEntry> allowlist(JsonReader in) {
    List<AllowlistEntry> entries = TrustWords.entries(in);
    if (new HashSet<>(entries).size() > Allowlists.MAX) {
      throw in.refused("An allowlist has at most " + Allowlists.MAX + " entries.");
    }
    return entries;
  }

  private static Token token(JsonReader in) {
    return BearerTokens.token(in.string())
        .orElseThrow(() -> in.refused("A token has 1 to 512 visible ASCII characters."));
  }
}
