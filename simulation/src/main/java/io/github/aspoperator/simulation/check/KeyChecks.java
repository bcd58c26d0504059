package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.simulation.evidence.Evidence;
import io.github.aspoperator.simulation.evidence.History;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was acknowledged is there, and no key made two (invariants 1 and 6). */
final class KeyChecks {

  private KeyChecks() {}

  private record Use(Object where, Handle sender, String key) {}

  static void of(Evidence evidence) {
    once(evidence);
    notMoreOftenThanAsked(evidence);
    said(evidence);
    opened(evidence);
  }

  private static void once(Evidence evidence) {
    Set<Use> used = new HashSet<>();
    for (SessionId session : evidence.sessions()) {
      for (Commit commit : evidence.commits(session)) {
        if (commit.keyed().isPresent()) {
          Keyed keyed = commit.keyed().get();
          Object where = commit.genesis().isPresent() ? "create" : session;
          if (!used.add(new Use(where, keyed.sender(), keyed.key()))) {
            evidence.found("invariant 6: " + keyed.sender() + " used " + keyed.key() + " twice");
          }
        }
      }
    }
  }

  /** Without a key each send is one message at most: its client did not repeat it. */
  private static void notMoreOftenThanAsked(Evidence evidence) {
    Map<History.Asked, Integer> left = new HashMap<>();
    evidence.history().asked().forEach(asked -> left.merge(asked, 1, Integer::sum));
    for (SessionId session : evidence.sessions()) {
      for (Commit commit : evidence.commits(session)) {
        boolean said =
            commit.genesis().isEmpty()
                && commit.keyed().isEmpty()
                && commit.events().size() == 1
                && commit.events().getFirst().payload() instanceof Payload.Message;
        if (said) {
          Payload.Message message = (Payload.Message) commit.events().getFirst().payload();
          History.Asked asked = new History.Asked(message.sender(), session);
          if (left.merge(asked, -1, Integer::sum) < 0) {
            evidence.found("invariant 6: " + asked + " was said more often than asked");
          }
        }
      }
    }
  }

  private static void said(Evidence evidence) {
    Map<Use, String> first = new HashMap<>();
    for (History.Said said : evidence.history().said()) {
      Optional<SessionEvent> event = event(evidence, said.session(), said.sequence());
      boolean there =
          event.isPresent()
              && event.get().payload() instanceof Payload.Message message
              && message.sender().equals(said.sender())
              && event.get().messageId().text().equals(said.messageId());
      if (!there) {
        evidence.found(
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
              evidence.found("invariant 6: " + use + " was answered in two ways");
            }
          });
    }
  }

  private static Optional<SessionEvent> event(Evidence evidence, SessionId session, long sequence) {
    return evidence.commits(session).stream()
        .filter(commit -> commit.last() >= sequence)
        .limit(1)
        .flatMap(commit -> commit.events().stream())
        .filter(event -> event.sequence() == sequence)
        .findFirst();
  }

  private static void opened(Evidence evidence) {
    Map<Use, SessionId> first = new HashMap<>();
    for (History.Opened opened : evidence.history().opened()) {
      boolean there =
          evidence.commits(opened.session()).stream()
              .limit(1)
              .flatMap(commit -> commit.genesis().stream())
              .anyMatch(genesis -> genesis.creator().equals(opened.creator()));
      if (!there) {
        evidence.found("invariant 1: " + opened.session() + " was acknowledged");
      }
      opened
          .key()
          .ifPresent(key -> {
            Use use = new Use("create", opened.creator(), key);
            SessionId before = first.putIfAbsent(use, opened.session());
            if (before != null && !before.equals(opened.session())) {
              evidence.found("invariant 6: " + use + " made two sessions");
            }
          });
    }
  }
}
