package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Commit;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as a trace tells them. */
final class Told {

  private Told() {}

  static String events(Commit commit) {
    return commit.events().stream()
        .map(e -> e.sequence() + " " + e.payload().getClass().getSimpleName())
        .collect(Collectors.joining(" and "));
  }

  static String head(Head head) {
    return String.format(
        Locale.ROOT,
        "head %d v%d%s",
        head.sequence(),
        head.version(),
        head.lagging().isEmpty() ? "" : " lagging " + Long.toBinaryString(head.lagging().a()));
  }

  static String lag(Lag lag) {
    return String.format(
        Locale.ROOT,
        "lag (%d, %d) g%d v%d%s",
        lag.mark().through(),
        lag.mark().inRun(),
        Long.numberOfTrailingZeros(Fresh.bit(lag.generation())),
        lag.headVersion(),
        lag.isOpen() ? "" : " done");
  }

  static String presence(Presence presence) {
    return String.format(
        Locale.ROOT,
        "presence %s e%d x%d",
        presence.connections().stream().map(c -> c.id() + (c.ready() ? "" : " unready")).toList(),
        presence.epoch(),
        presence.expiredThrough());
  }

  static String job(Job job) {
    return switch (job) {
      case Job.Attend(_, var onlyFor, _) -> onlyFor.isPresent() ? "away job" : "presence job";
      case Job.GraceOver _ -> "grace timer";
      case Job.Drop(_, var connection) -> "drop of " + connection;
      default -> job.getClass().getSimpleName();
    };
  }
}
