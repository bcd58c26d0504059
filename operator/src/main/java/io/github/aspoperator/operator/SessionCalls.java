package io.github.aspoperator.operator;

import io.github.aspoperator.delivery.Eligibility;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The calls of agents (protocol section 3). Each throws {@link
 * io.github.aspoperator.refusal.Refused} when it is refused, and then has written nothing; when it
 * returns, what it did is durable.
 */
public final class SessionCalls {

  /** A page of events ends here, in bytes of content. */
  private static final int PAGE_BYTES = 4 << 20;

  /** What an event weighs besides its content. */
  private static final int EVENT_BYTES = 256;

  private final Ports ports;
  private final Writes writes;

  /** Calls on these ports. */
  public SessionCalls(Ports ports) {
    this.ports = ports;
    this.writes = new Writes(ports);
  }

  /** {@code POST /sessions}. */
  public Created create(Command.Create create) {
    Commit commit = writes.create(create);
    OptionalLong sequence =
        commit.events().stream()
            .filter(event -> event.payload() instanceof Payload.Message)
            .mapToLong(SessionEvent::sequence)
            .findFirst();
    return new Created(commit.session(), sequence);
  }

  /** {@code POST /sessions/{id}/messages}. */
  public Sent send(Command.Send send) {
    Commit commit = writes.execute(send, Optional.empty(), send.keyed()).orElseThrow();
    SessionEvent event = commit.events().getFirst();
    return new Sent(event.messageId(), event.sequence());
  }

  /** {@code POST /sessions/{id}/join}. */
  public void join(Command.Join join) {
    writes.execute(join, Optional.of(join.agent()), Optional.empty());
  }

  /** {@code POST /sessions/{id}/invite}: those really invited now. */
  public List<Handle> invite(Command.Invite invite) {
    return writes.execute(invite, Optional.empty(), Optional.empty()).stream()
        .flatMap(commit -> commit.events().stream())
        .map(SessionEvent::payload)
        .filter(Payload.Invited.class::isInstance)
        .map(payload -> ((Payload.Invited) payload).invitee())
        .toList();
  }

  /** {@code POST /sessions/{id}/leave}. */
  public void leave(Command.Leave leave) {
    writes.execute(leave, Optional.empty(), Optional.empty());
  }

  /** {@code POST /sessions/{id}/end}. */
  public void end(Command.End end) {
    writes.execute(end, Optional.empty(), Optional.empty());
  }

  /** {@code POST /sessions/{id}/reopen}. */
  public void reopen(Command.Reopen reopen) {
    writes.execute(reopen, Optional.of(reopen.by()), Optional.empty());
  }

  /** {@code GET /sessions/{id}}: for current and former participants. */
  public SessionState view(SessionId session, Handle caller) {
    return durable(session)
        .filter(state -> state.member(caller).isPresent())
        .orElseThrow(() -> new Refusal.NotFound().thrown());
  }

  private Optional<SessionState> durable(SessionId session) {
    Optional<SessionState> state = ports.log().state(session);
    state.ifPresent(shown -> ports.log().confirm(session, shown.sequence()));
    return state;
  }

  /**
   * {@code GET /sessions/{id}/events}: what the caller may see of the log after {@code after},
   * judged on one state, so that nothing that comes meanwhile is seen by mistake.
   *
   * @param limit at least 1
   */
  public EventPage events(SessionId session, Handle caller, long after, int limit) {
    SessionState state = view(session, caller);
    Member member = state.member(caller).orElseThrow();
    List<SessionEvent> events = new ArrayList<>();
    long scanned = after;
    int bytes = 0;
    while (scanned < state.sequence()) {
      // a commit holds at least one event, but for a first one without any
      int commits = limit - events.size() + 1;
      List<Commit> page = ports.log().read(session, scanned, PAGE_BYTES - bytes, commits);
      if (page.isEmpty()) {
        return new EventPage(events, OptionalLong.empty());
      }
      for (Commit commit : page) {
        for (SessionEvent event : commit.events()) {
          if (event.sequence() <= scanned || event.sequence() > state.sequence()) {
            continue;
          }
          int weight = EVENT_BYTES + size(event.payload());
          if (events.size() == limit || (bytes > 0 && bytes + weight > PAGE_BYTES)) {
            return new EventPage(events, OptionalLong.of(scanned));
          }
          scanned = event.sequence();
          bytes += weight;
          if (Eligibility.visible(caller, member.stint().to(), event)) {
            events.add(event);
          }
        }
      }
    }
    return new EventPage(events, OptionalLong.empty());
  }

  private static int size(Payload payload) {
    return switch (payload) {
      case Payload.Message message -> message.body().size();
      case Payload.Invited invited ->
          invited.initialMessage().map(inline -> size(inline.payload())).orElse(0);
      case Payload.Joined _,
          Payload.Disconnected _,
          Payload.Reconnected _,
          Payload.Left _,
          Payload.Ended _,
          Payload.Reopened _ ->
          0;
    };
  }

  /** {@code GET /sessions}: the caller's, newest first; may lag behind by moments. */
  public SessionPage list(Handle caller, Optional<SessionId> before, int limit) {
    List<SessionId> ids = ports.index().page(caller, before, limit, false);
    List<SessionState> states = ids.stream().flatMap(id -> durable(id).stream()).toList();
    Optional<SessionId> next = ids.size() == limit ? Optional.of(ids.getLast()) : Optional.empty();
    return new SessionPage(states, next);
  }
}
