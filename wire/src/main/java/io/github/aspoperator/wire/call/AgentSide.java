package io.github.aspoperator.wire.call;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.operator.Caller;
import io.github.aspoperator.operator.ConnectionCalls;
import io.github.aspoperator.operator.SessionCalls;
import io.github.aspoperator.wire.http.Queries;
import io.github.aspoperator.wire.reply.Replies;
import io.github.aspoperator.wire.reply.Reply;
import io.github.aspoperator.wire.request.Requests;

/**
 * The agents' wire (protocol sections 3 and 5). Throws {@link
 * io.github.aspoperator.refusal.Refused}.
 */
public final class AgentSide {

  private final SessionCalls sessions;
  private final ConnectionCalls connections;

  /** Makes these calls. */
  public AgentSide(SessionCalls sessions, ConnectionCalls connections) {
    this.sessions = sessions;
    this.connections = connections;
  }

  /**
   * Answers {@code request} of {@code caller}; it must be one of an agent's calls, and not the
   * connect.
   */
  public Reply answer(Request request, Caller caller) {
    Handle agent = caller.agent();
    byte[] body = request.body();
    checkQuery(request);
    return switch (request.endpoint()) {
      case CREATE ->
          Replies.created(sessions.create(Requests.create(body, agent, request.idempotencyKey())));
      case SEND ->
          Replies.sent(
              sessions.send(
                  Requests.send(body, request.path("id"), agent, request.idempotencyKey())));
      case JOIN -> {
        sessions.join(Requests.join(body, request.path("id"), agent));
        yield Replies.ok();
      }
      case INVITE ->
          Replies.invited(sessions.invite(Requests.invite(body, request.path("id"), agent)));
      case LEAVE -> {
        sessions.leave(Requests.leave(body, request.path("id"), agent));
        yield Replies.ok();
      }
      case END -> {
        sessions.end(Requests.end(body, request.path("id"), agent));
        yield Replies.ok();
      }
      case REOPEN -> {
        sessions.reopen(Requests.reopen(body, request.path("id"), agent));
        yield Replies.ok();
      }
      case GET_SESSION -> Replies.session(sessions.view(session(request), agent));
      case EVENTS -> {
        Queries.Events query = Queries.events(request.rawQuery());
        yield Replies.events(
            sessions.events(session(request), agent, query.after(), query.limit()));
      }
      case LIST_SESSIONS -> {
        Queries.Sessions query = Queries.sessions(request.rawQuery());
        yield Replies.sessions(sessions.list(agent, query.before(), query.limit()));
      }
      case TICKET -> {
        Requests.none(body);
        yield Replies.ticket(connections.ticket(caller));
      }
      case CONNECT,
          HEALTH,
          OPENAPI,
          ASYNCAPI,
          SCHEMA,
          REGISTER_AGENT,
          LIST_AGENTS,
          GET_AGENT,
          PATCH_AGENT,
          REMOVE_AGENT,
          ROTATE_AGENT_TOKEN,
          ADD_TO_ALLOWLIST,
          REMOVE_FROM_ALLOWLIST,
          LIST_BLOCKS,
          BLOCK,
          UNBLOCK,
          REGISTER_OWNER,
          ROTATE_OWNER_TOKEN,
          REMOVE_OWNER ->
          throw new IllegalArgumentException(request.endpoint() + " is no call of an agent");
    };
  }

  /** Every call but the two lists takes no parameters. */
  private static void checkQuery(Request request) {
    switch (request.endpoint()) {
      case EVENTS, LIST_SESSIONS -> {}
      default -> Queries.none(request.rawQuery());
    }
  }

  private static SessionId session(Request request) {
    return Requests.session(request.path("id"));
  }
}
