package io.github.aspoperator.wire.request;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Policy;
import io.github.aspoperator.wire.json.Fields;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.List;

/**
 * The calls of owners (protocol section 7). Each throws {@link
 * io.github.aspoperator.refusal.Refused}: {@code InvalidRequest} that names the field, or the part
 * of the path as {@code entry} or {@code peer}; {@code PayloadTooLarge}; {@code NotFound} for what
 * is no handle or owner in the path.
 */
public final class OwnerRequests {

  private static final Fields AGENT = Fields.of("handle", "policy", "inbound_policy");
  private static final Fields POLICY = Fields.of("policy");
  private static final Fields ENTRIES = Fields.of("entries");
  private static final Fields OWNER = Fields.of("owner");

  private OwnerRequests() {}

  /**
   * {@code POST /_admin/agents}: the agent to register; its policy is allowlist unless it says
   * otherwise.
   */
  public static Agent agent(byte[] body) {
    return Bodies.read(body, OwnerRequests::agent);
  }

  private static Agent agent(JsonReader in) {
    Handle handle = null;
    Policy policy = null;
    in.object();
    for (String name = in.nextField(AGENT); name != null; name = in.nextField(AGENT)) {
      if (name.equals("handle")) {
        handle =
            Handle.parse(in.string()).orElseThrow(() -> in.refused("A handle is @owner.agent."));
      } else {
        policy = TrustWords.policy(in, policy);
      }
    }
    if (handle == null) {
      throw in.refused("handle", "An agent needs a handle.");
    }
    return new Agent(handle, policy == null ? Policy.ALLOWLIST : policy);
  }

  /** {@code PATCH /_admin/agents/{handle}}: the policy to set. */
  public static Policy policy(byte[] body) {
    return Bodies.read(body, OwnerRequests::policy);
  }

  private static Policy policy(JsonReader in) {
    Policy policy = null;
    in.object();
    while (in.nextField(POLICY) != null) {
      policy = TrustWords.policy(in, policy);
    }
    if (policy == null) {
      throw in.refused("policy", "A policy is needed.");
    }
    return policy;
  }

  /**
   * {@code POST /_admin/agents/{handle}/allowlist}: the entries to add, each once; there may be
   * none.
   */
  public static List<AllowlistEntry> entries(byte[] body) {
    return Bodies.read(body, OwnerRequests::entries);
  }

  private static List<AllowlistEntry> entries(JsonReader in) {
    List<AllowlistEntry> entries = null;
    in.object();
    while (in.nextField(ENTRIES) != null) {
      entries = TrustWords.entries(in);
    }
    if (entries == null) {
      throw in.refused("entries", "Entries are needed.");
    }
    return entries;
  }

  /** {@code POST /_admin/owners}: the owner to register. */
  public static Owner owner(byte[] body) {
    return Bodies.read(body, OwnerRequests::owner);
  }

  private static Owner owner(JsonReader in) {
    Owner owner = null;
    in.object();
    while (in.nextField(OWNER) != null) {
      String name = in.string();
      if (!Owner.isPart(name)) {
        throw in.refused("An owner has 1 to 64 of a-z, 0-9, _ and -.");
      }
      owner = new Owner(name);
    }
    if (owner == null) {
      throw in.refused("owner", "An owner is needed.");
    }
    return owner;
  }

  /** The agent that the path names; what is no handle is not found. */
  public static Handle handle(String handle) {
    return Handle.parse(handle).orElseThrow(() -> new Refusal.NotFound().thrown());
  }

  /** The owner that the path names; what is no owner is not found. */
  public static Owner ownerNamed(String owner) {
    if (!Owner.isPart(owner)) {
      throw new Refusal.NotFound().thrown();
    }
    return new Owner(owner);
  }

  /** The allowlist entry that the path names. */
  public static AllowlistEntry entry(String entry) {
    return AllowlistEntry.parse(entry)
        .orElseThrow(() -> invalid("entry", "An entry is @owner.agent or @owner.*."));
  }

  /**
   * The peer that the path names, for {@code handle} to block or unblock; not a glob, not itself.
   */
  public static Handle peer(Handle handle, String peer) {
    Handle named =
        Handle.parse(peer).orElseThrow(() -> invalid("peer", "A handle is @owner.agent."));
    if (named.equals(handle)) {
      throw invalid("peer", "An agent cannot block itself.");
    }
    return named;
  }

  private static RuntimeException invalid(String part, String message) {
    return new Refusal.InvalidRequest(part, message).thrown();
  }
}
