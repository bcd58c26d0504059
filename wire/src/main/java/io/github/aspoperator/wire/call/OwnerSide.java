package io.github.aspoperator.wire.call;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Policy;
import io.github.aspoperator.wire.http.Queries;
import io.github.aspoperator.wire.reply.OwnerReplies;
import io.github.aspoperator.wire.reply.Reply;
import io.github.aspoperator.wire.request.OwnerRequests;
import io.github.aspoperator.wire.request.Requests;
import io.github.aspoperator.wire.route.Endpoint;
import java.util.List;

/**
 * The owner's side (protocol section 7): what is wrong with a body is said before anything else.
 * Throws {@link io.github.aspoperator.refusal.Refused}.
 */
public final class OwnerSide {

  private final OwnerCalls calls;

  /** Makes these calls. */
  public OwnerSide(OwnerCalls calls) {
    this.calls = calls;
  }

  /** Answers {@code request} of {@code by}; it must be one of an owner's calls. */
  public Reply answer(Request request, Principal by) {
    if (request.endpoint() != Endpoint.LIST_AGENTS) {
      Queries.none(request.rawQuery());
    }
    return switch (request.endpoint()) {
      case REGISTER_AGENT -> {
        Agent agent = OwnerRequests.agent(request.body());
        yield OwnerReplies.registered(calls.register(by, agent.handle(), agent.policy()));
      }
      case LIST_AGENTS -> {
        Queries.Agents query = Queries.agents(request.rawQuery());
        yield OwnerReplies.agents(calls.list(by, query.after(), query.limit()));
      }
      case GET_AGENT -> OwnerReplies.agent(calls.get(by, handle(request)));
      case PATCH_AGENT -> {
        Policy policy = OwnerRequests.policy(request.body());
        yield OwnerReplies.agent(calls.setPolicy(by, handle(request), policy));
      }
      case REMOVE_AGENT -> {
        Requests.none(request.body());
        calls.remove(by, handle(request));
        yield OwnerReplies.done();
      }
      case ROTATE_AGENT_TOKEN -> {
        Requests.none(request.body());
        yield OwnerReplies.agent(calls.rotateToken(by, handle(request)));
      }
      case ADD_TO_ALLOWLIST -> {
        List<AllowlistEntry> entries = OwnerRequests.entries(request.body());
        yield OwnerReplies.agent(calls.allow(by, handle(request), entries));
      }
      case REMOVE_FROM_ALLOWLIST -> {
        Requests.none(request.body());
        AllowlistEntry entry = OwnerRequests.entry(request.path("entry"));
        yield OwnerReplies.agent(calls.disallow(by, handle(request), entry));
      }
      case LIST_BLOCKS -> OwnerReplies.blocks(calls.blocks(by, handle(request)));
      case BLOCK -> {
        Requests.none(request.body());
        Handle handle = handle(request);
        calls.block(by, handle, OwnerRequests.peer(handle, request.path("peer")));
        yield OwnerReplies.done();
      }
      case UNBLOCK -> {
        Requests.none(request.body());
        Handle handle = handle(request);
        calls.unblock(by, handle, OwnerRequests.peer(handle, request.path("peer")));
        yield OwnerReplies.done();
      }
      case REGISTER_OWNER -> {
        Owner owner = OwnerRequests.owner(request.body());
        yield OwnerReplies.ownerRegistered(owner, calls.registerOwner(by, owner));
      }
      case ROTATE_OWNER_TOKEN -> {
        Requests.none(request.body());
        Owner owner = OwnerRequests.ownerNamed(request.path("owner"));
        yield OwnerReplies.ownerRotated(owner, calls.rotateOwner(by, owner));
      }
      case REMOVE_OWNER -> {
        Requests.none(request.body());
        calls.removeOwner(by, OwnerRequests.ownerNamed(request.path("owner")));
        yield OwnerReplies.done();
      }
      case CREATE,
          LIST_SESSIONS,
          GET_SESSION,
          EVENTS,
          JOIN,
          INVITE,
          SEND,
          LEAVE,
          END,
          REOPEN,
          CONNECT,
          TICKET,
          HEALTH,
          OPENAPI,
          ASYNCAPI,
          SCHEMA ->
          throw new IllegalArgumentException(request.endpoint() + " is no call of an owner");
    };
  }

  private static Handle handle(Request request) {
    return OwnerRequests.handle(request.path("handle"));
  }
}
