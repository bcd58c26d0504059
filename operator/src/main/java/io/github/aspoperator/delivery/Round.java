package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.presence.Missed;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to every agent for whom it is next.
 *
 * @param event the lowest that is next for anybody
 * @param members for whom it is
 */
record Round(SessionEvent event, List<Integer> members) {

  /** The next round, if anything is left to hand over. */
  static Optional<Round> next(Progress progress) {
    @Nullable SessionEvent lowest = null;
    List<Integer> members = new ArrayList<>();
    for (var entry : progress.agendas().entrySet()) {
      SessionEvent event = entry.getValue().getFirst().event();
      if (lowest == null || event.sequence() < lowest.sequence()) {
        lowest = event;
        members.clear();
      }
      if (event.sequence() == lowest.sequence()) {
        members.add(entry.getKey());
      }
    }
    return lowest == null ? Optional.empty() : Optional.of(new Round(lowest, members));
  }

  /** Posts the event to all of them at once, and notes what came of it for each. */
  Progress post(Pass pass, Progress before, DeliveryPorts ports) {
    List<ConnectionId> to = new ArrayList<>();
    for (int member : members) {
      connections(before, member).forEach(connection -> to.add(connection.id()));
    }
    long posted = ports.clock().now();
    List<Pusher.Outcome> outcomes =
        to.isEmpty() ? List.of() : ports.pusher().push(event, to, Pusher.Pace.LIVE);
    long young = ports.clock().now() - ports.limits().youngMillis();
    Progress progress = before;
    int from = 0;
    for (int member : members) {
      List<Connection> connections = connections(before, member);
      Handover handover =
          Handover.of(connections, outcomes.subList(from, from + connections.size()), young);
      from += connections.size();
      progress = note(pass, progress, member, handover, posted);
    }
    return progress;
  }

  private static List<Connection> connections(Progress progress, int member) {
    Presence presence = progress.presences().getOrDefault(member, Presence.NEVER);
    return presence.connections().stream()
        .filter(connection -> !progress.broken().contains(connection.id()))
        .toList();
  }

  private static Progress note(
      Pass pass, Progress before, int member, Handover handover, long posted) {
    Handle agent = pass.handle(member);
    Progress progress = before;
    for (ConnectionId failed : handover.failed()) {
      progress = progress.breaking(failed, Chore.drop(agent, failed));
    }
    if (!handover.sent()) {
      return progress.owing(member);
    }
    for (ConnectionId early : handover.notYet()) {
      Missed missed = new Missed(early, posted, handover.took());
      progress = progress.breaking(early, List.of(new Chore.ReadUnready(agent, missed)));
    }
    return progress.handed(member);
  }
}
