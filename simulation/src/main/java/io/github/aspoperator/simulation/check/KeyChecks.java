package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.simulation.play.History;
import io.github.aspoperator.simulation.play.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was acknowledged is there, and no key made two (invariants 1 and 6). */
final class KeyChecks {

  private KeyChecks() {}

  private record Use(Object where, Handle sender, String key) {}

  static void atTheEnd(World world) {
    once(world);
    notMoreOftenThanAsked(world);
    said(world);
    opened(world);
  }

  private static void once(World world) {
    Set<Use> used = new HashSet<>();
    for (SessionId session : world.logs().sessions()) {
      for (Commit commit : world.logs().commits(session)) {
        if (commit.keyed().isPresent()) {
          Keyed keyed = commit.keyed().get();
          Object where = commit.genesis().isPresent() ? "create" : session;
          if (!used.add(new Use(where, keyed.sender(), keyed.key()))) {
            world
                .troubles()
                .found("invariant 6: " + keyed.sender() + " used " + keyed.key() + " twice");
          }
        }
      }
    }
  }

  /** Without a key each send is one message at most: its client did not repeat it. */
  private static void notMoreOftenThanAsked(World world) {
    Map<History.Asked, Integer> left = new HashMap<>();
    world.history().asked().forEach(asked -> left.merge(asked, 1, Integer::sum));
    for (SessionId session : world.logs().sessions()) {
      for (Commit commit : world.logs().commits(session)) {
        boolean said =
            commit.genesis().isEmpty()
                && commit.keyed().isEmpty()
                && commit.events().size() == 1
                && commit.events().getFirst().payload() instanceof Payload.Message;
        if (said) {
          Payload.Message message = (Payload.Message) commit.events().getFirst().payload();
          History.Asked asked = new History.Asked(message.sender(), session);
          if (left.merge(asked, -1, Integer::sum) < 0) {
            world.troubles().found("invariant 6: " + asked + " was said more often than asked");
          }
        }
      }
    }
  }

  private static void said(World world) {
    Map<Use, String> first = new HashMap<>();
    for (History.Said said : world.history().said()) {
      Optional<SessionEvent> event = event(world, said.session(), said.sequence());
      boolean there =
          event.isPresent()
              && event.get().payload() instanceof Payload.Message message
              && message.sender().equals(said.sender())
              && event.get().messageId().text().equals(said.messageId());
      if (!there) {
        world
            .troubles()
            .found(
                "invariant 1: the message "
                    + said.messageId()
                    + " was acknowledged as "
                    + said.sequence());
      }
      said.key()
          .ifPresent(key -> {
            Use use = new Use(said.session(), said.sender(), key);
            String before = first.putIfAbsent(use, said.messageId());
            if (before != null && !before.equals(said.messageId())) {
              world.troubles().found("invariant 6: " + use + " was answered in two ways");
            }
          });
    }
  }

  private static Optional<SessionEvent> event(World world, SessionId session, long sequence) {
    return world.logs().commits(session).stream()
        .flatMap(commit -> commit.events().stream())
        .filter(event -> event.sequence() == sequence)
        .findFirst();
  }

  private static void opened(World world) {
    Map<Use, SessionId> first = new HashMap<>();
    for (History.Opened opened : world.history().opened()) {
      boolean there =
          world.logs().commits(opened.session()).stream()
              .limit(1)
              .flatMap(commit -> commit.genesis().stream())
              .anyMatch(genesis -> genesis.creator().equals(opened.creator()));
      if (!there) {
        world.troubles().found("invariant 1: " + opened.session() + " was acknowledged");
      }
      opened
          .key()
          .ifPresent(key -> {
            Use use = new Use("create", opened.creator(), key);
            SessionId before = first.putIfAbsent(use, opened.session());
            if (before != null && !before.equals(opened.session())) {
              world.troubles().found("invariant 6: " + use + " made two sessions");
            }
          });
    }
  }
}
