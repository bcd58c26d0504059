package io.github.aspoperator.operator;

import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Block;
import io.github.aspoperator.trust.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The owner's side (protocol section 7). The operator's token may act on every agent, an owner's on
 * its own agents only: another owner's agent does not exist for it. Each call throws {@link
 * io.github.aspoperator.refusal.Refused} when it is refused.
 */
public final class OwnerCalls {

  /** How long a removal or a block may take to be written, at most, in milliseconds. */
  private static final long WRITING_MILLIS = 5_000;

  private final Ports ports;
  private final Enforcement enforcement;

  /** Calls on these ports. */
  public OwnerCalls(Ports ports) {
    this.ports = ports;
    this.enforcement = new Enforcement(ports);
  }

  /** Registers an agent under a fresh token. */
  public AgentView register(Principal by, Handle handle, Policy policy) {
    return register(by, handle, policy, Token.fresh());
  }

  /** Registers an agent under {@code token}. */
  public AgentView register(Principal by, Handle handle, Policy policy, Token token) {
    own(by, handle);
    Agent agent = new Agent(handle, policy);
    if (!ports.agents().register(agent)) {
      throw new Refusal.AgentExists().thrown();
    }
    give(handle, token);
    return new AgentView(agent, List.of(), Optional.of(token));
  }

  /** The agents the caller may act on. */
  public AgentPage list(Principal by, Optional<Handle> after, int limit) {
    Optional<Owner> only =
        switch (by) {
          case Principal.OfOwner(var owner) -> Optional.of(owner);
          case Principal.OfOperator _ -> Optional.empty();
          case Principal.OfAgent _ -> throw new Refusal.Unauthorized(true).thrown();
        };
    List<Agent> page = ports.agents().page(only, after, limit);
    Optional<Handle> next =
        page.size() == limit ? Optional.of(page.getLast().handle()) : Optional.empty();
    Map<Handle, List<AllowlistEntry>> allowlists =
        ports.allowlists().ofAll(page.stream().map(Agent::handle).toList());
    List<AgentView> views =
        page.stream()
            .map(agent ->
                new AgentView(
                    agent, allowlists.getOrDefault(agent.handle(), List.of()), Optional.empty()))
            .toList();
    return new AgentPage(views, next);
  }

  /** One agent. */
  public AgentView get(Principal by, Handle handle) {
    return view(find(by, handle));
  }

  /** Sets the policy. */
  public AgentView setPolicy(Principal by, Handle handle, Policy policy) {
    find(by, handle);
    if (!ports.agents().setPolicy(handle, policy)) {
      throw notFound();
    }
    return get(by, handle);
  }

  /**
   * Removes an agent: when this returns, its token and its connections are dead; then it leaves its
   * sessions. The job is sent before and after, so that a crash between forgets nothing; before the
   * removal it finds nothing to do.
   */
  public void remove(Principal by, Handle handle) {
    find(by, handle);
    Job leave = new Job.WithdrawAll(handle, Optional.empty());
    ports.jobs().enqueueAt(leave, ports.clock().now() + WRITING_MILLIS);
    if (!ports.agents().remove(handle)) {
      throw notFound();
    }
    ports.credentials().revoke(new Principal.OfAgent(handle));
    closeConnections(handle, Optional.empty());
    ports.jobs().enqueue(leave);
  }

  /** Gives the agent a new token; what the old one opened is closed. */
  public AgentView rotateToken(Principal by, Handle handle) {
    Agent agent = find(by, handle);
    Token token = Token.fresh();
    give(handle, token);
    closeConnections(handle, Optional.of(token.hash()));
    return new AgentView(agent, ports.allowlists().of(handle), Optional.of(token));
  }

  /**
   * Who removes the agent takes its token behind the tombstone: so it is looked for behind this.
   */
  private void give(Handle handle, Token token) {
    Principal agent = new Principal.OfAgent(handle);
    ports.credentials().set(agent, token.hash());
    if (ports.agents().find(handle).isEmpty()) {
      ports.credentials().revoke(agent);
      closeConnections(handle, Optional.empty());
      throw notFound();
    }
  }

  /** Read after the token was written: a connection recorded later looks at its token itself. */
  private void closeConnections(Handle handle, Optional<TokenHash> valid) {
    for (Connection connection : ports.presences().read(handle).connections()) {
      if (valid.filter(connection.token()::equals).isEmpty()) {
        ports.pusher().close(connection.id(), Pusher.CloseReason.CREDENTIALS_REVOKED);
        ports.jobs().enqueue(new Job.Drop(handle, connection.id()));
      }
    }
  }

  /** Adds entries to the allowlist. */
  public AgentView allow(Principal by, Handle handle, List<AllowlistEntry> entries) {
    Agent agent = find(by, handle);
    if (!ports.allowlists().add(handle, entries)) {
      throw new Refusal.LimitReached("the allowlist").thrown();
    }
    return view(agent);
  }

  /** Removes an entry from the allowlist; existing sessions are not touched. */
  public AgentView disallow(Principal by, Handle handle, AllowlistEntry entry) {
    Agent agent = find(by, handle);
    ports.allowlists().remove(handle, entry);
    return view(agent);
  }

  /** Whom the agent blocks. */
  public List<Handle> blocks(Principal by, Handle handle) {
    find(by, handle);
    return ports.blocks().of(handle);
  }

  /**
   * Blocks {@code peer}, known or not: written first, then looked for in the sessions both are in,
   * also when it is repeated. A job sent before the write finishes what a crash leaves undone.
   */
  public void block(Principal by, Handle handle, Handle peer) {
    find(by, handle);
    if (handle.equals(peer)) {
      throw new Refusal.InvalidRequest("/peer", "An agent cannot block itself.").thrown();
    }
    Job enforce = new Job.EnforceBlock(handle, peer, Optional.empty());
    ports.jobs().enqueueAt(enforce, ports.clock().now() + WRITING_MILLIS);
    Block block = new Block(handle, peer);
    if (!ports.blocks().add(block)) {
      throw new Refusal.LimitReached("the block list").thrown();
    }
    enforcement.block(block, Optional.empty());
  }

  /** Unblocks {@code peer}; nothing is restored. */
  public void unblock(Principal by, Handle handle, Handle peer) {
    find(by, handle);
    ports.blocks().remove(new Block(handle, peer));
  }

  /** Gives an owner a token of its own; for the operator only. */
  public Token registerOwner(Principal by, Owner owner) {
    operatorOnly(by);
    if (!ports.owners().register(owner)) {
      throw new Refusal.OwnerExists().thrown();
    }
    return fresh(owner);
  }

  /** Gives an owner a new token; for the operator only. */
  public Token rotateOwner(Principal by, Owner owner) {
    operatorOnly(by);
    if (!ports.owners().exists(owner)) {
      throw notFound();
    }
    return fresh(owner);
  }

  /** Takes an owner's token away; its agents stay. For the operator only. */
  public void removeOwner(Principal by, Owner owner) {
    operatorOnly(by);
    if (!ports.owners().remove(owner)) {
      throw notFound();
    }
    ports.credentials().revoke(new Principal.OfOwner(owner));
  }

  private Token fresh(Owner owner) {
    Token token = Token.fresh();
    Principal principal = new Principal.OfOwner(owner);
    ports.credentials().set(principal, token.hash());
    if (!ports.owners().exists(owner)) {
      ports.credentials().revoke(principal);
      throw notFound();
    }
    return token;
  }

  private Agent find(Principal by, Handle handle) {
    own(by, handle);
    return ports.agents().find(handle).orElseThrow(OwnerCalls::notFound);
  }

  private static void own(Principal by, Handle handle) {
    boolean own =
        switch (by) {
          case Principal.OfOperator _ -> true;
          case Principal.OfOwner(var owner) -> owner.equals(handle.owner());
          case Principal.OfAgent _ -> false;
        };
    if (!own) {
      throw notFound();
    }
  }

  private static void operatorOnly(Principal by) {
    if (!(by instanceof Principal.OfOperator)) {
      throw notFound();
    }
  }

  private AgentView view(Agent agent) {
    return new AgentView(agent, ports.allowlists().of(agent.handle()), Optional.empty());
  }

  private static RuntimeException notFound() {
    return new Refusal.NotFound().thrown();
  }
}
