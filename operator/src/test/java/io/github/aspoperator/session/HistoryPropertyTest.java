package io.github.aspoperator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Handle;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds in every history, whoever asks for what and in whatever order. */
final class HistoryPropertyTest {

  private static final int TRIES = 1_000;

  @Test
  void everyAnswerIsThatOfTheContract() {
    Property.holds(
        TRIES,
        history -> {
          Optional<String> topic = history.state().roster().topic();
          for (History.Turn turn : history.turns()) {
            Reading log = Reading.of(history.commits().subList(0, turn.commits()));
            assertEquals(
                new Rules(log, turn.ties(), topic).answer(turn.command()),
                Outcome.of(turn.decision()),
                () -> turn.command().toString());
          }
        });
  }

  @Test
  void everyRosterIsThatOfTheContract() {
    Property.holds(
        TRIES,
        history -> {
          Reading log = new Reading();
          for (int i = 0; i < history.commits().size(); i++) {
            log.hear(history.commits().get(i));
            assertEquals(roster(log), roster(fold(history.commits().subList(0, i + 1))));
          }
        });
  }

  private static Map<Handle, List<Object>> roster(Reading log) {
    return log.people.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e ->
                    List.of(
                        e.getValue().status,
                        e.getValue().joinedAt,
                        e.getValue().leftAt,
                        log.endedAt)));
  }

  private static Map<Handle, List<Object>> roster(SessionState state) {
    OptionalLong endedAt =
        state.roster().lifecycle() instanceof Lifecycle.Ended ended
            ? OptionalLong.of(ended.at())
            : OptionalLong.empty();
    return state.roster().members().all().stream()
        .collect(
            Collectors.toMap(
                Member::handle,
                m -> List.of(status(m.standing()), m.joinedAt(), leftAt(m.standing()), endedAt)));
  }

  private static OptionalLong leftAt(Standing standing) {
    return standing instanceof Standing.Left left
        ? OptionalLong.of(left.at())
        : OptionalLong.empty();
  }

  private static Reading.Status status(Standing standing) {
    return switch (standing) {
      case Standing.Invited _ -> Reading.Status.INVITED;
      case Standing.Joined _ -> Reading.Status.JOINED;
      case Standing.Left left ->
          switch (left.how()) {
            case LEFT -> Reading.Status.LEFT;
            case GRACE_EXPIRED -> Reading.Status.EXPIRED;
            case FORCED -> Reading.Status.FORCED;
            case ENDED -> Reading.Status.LEFT_BY_END;
            case NOT_READMITTED -> Reading.Status.LEFT_BY_REOPENING;
          };
    };
  }

  @Test
  void sequencesAreDenseIdsRiseAndTimeNeverFalls() {
    Property.holds(
        TRIES,
        history -> {
          long sequence = 0;
          long at = 0;
          for (Commit commit : history.commits()) {
            assertEquals(commit.genesis().isPresent() ? 0 : sequence + 1, commit.key());
            for (SessionEvent event : commit.events()) {
              assertEquals(++sequence, event.sequence());
              assertTrue(event.createdAt() >= at, "time fell at " + sequence);
              at = event.createdAt();
            }
            assertEquals(sequence, commit.last());
          }
          assertEquals(sequence, history.state().sequence());
          List<SessionEvent> events = history.events();
          assertEquals(events.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList(), events);
          assertEquals(events.size(), events.stream().map(SessionEvent::id).distinct().count());
        });
  }

  @Test
  void theFoldIsTheSameFromAnyStateOnAndFromNoOther() {
    Property.holds(
        TRIES,
        history -> {
          List<Commit> commits = history.commits();
          for (int i = 1; i <= commits.size(); i++) {
            SessionState before = fold(commits.subList(0, i));
            SessionState state = new SessionState(before.roster(), before.sequence(), before.at());
            for (Commit commit : commits.subList(i, commits.size())) {
              state = Fold.apply(state, commit);
            }
            assertEquals(history.state(), state);
            Commit known = commits.get(i - 1);
            assertThrows(IllegalStateException.class, () -> Fold.apply(before, known));
          }
        });
  }

  @Test
  void messagesLeaveTheRosterAloneAndAnythingElseMovesItsMark() {
    Property.holds(
        TRIES,
        history -> {
          SessionState state = fold(history.commits().subList(0, 1));
          for (Commit commit : history.commits().subList(1, history.commits().size())) {
            Roster before = state.roster();
            state = Fold.apply(state, commit);
            Roster after = state.roster();
            boolean onlyMessages =
                commit.events().stream().allMatch(e -> e.payload() instanceof Payload.Message);
            assertEquals(!onlyMessages, commit.changesRoster());
            assertEquals(onlyMessages ? before.through() : commit.last(), after.through());
            if (onlyMessages) {
              assertEquals(before, after);
            }
          }
        });
  }

  @Test
  void theHistoriesReachEveryAnswerAndEveryKindOfEvent() {
    Set<String> reached = new HashSet<>();
    Property.holds(
        TRIES,
        history -> {
          history.turns().forEach(turn -> reached.add(reached(turn)));
          history.events().forEach(event -> reached.add(kind(event.payload())));
        });
    for (String row :
        """
        Send: ok NOT_FOUND SESSION_ENDED
        Invite: ok NOT_FOUND SESSION_ENDED
        Leave: ok NOT_FOUND SESSION_ENDED
        End: ok NOT_FOUND SESSION_ENDED
        Join: ok NOT_FOUND SESSION_ENDED
        Reopen: ok NOT_FOUND SESSION_NOT_ENDED
        ForceLeave: ok
        Withdraw: ok
        Attend: ok
        Payload: Invited Joined Disconnected Reconnected Left Message Ended Reopened
        """
            .lines()
            .toList()) {
      String verb = row.substring(0, row.indexOf(':'));
      for (String answer : List.of(row.substring(verb.length() + 2).split(" ", -1))) {
        assertTrue(reached.contains(verb + " " + answer), verb + " " + answer);
      }
    }
  }

  private static String reached(History.Turn turn) {
    String answer = Outcome.of(turn.decision()).answer();
    return turn.command().getClass().getSimpleName() + " " + answer;
  }

  private static String kind(Payload payload) {
    return "Payload " + payload.getClass().getSimpleName();
  }

  private static SessionState fold(List<Commit> commits) {
    SessionState state = Fold.begin(commits.getFirst());
    for (Commit commit : commits.subList(1, commits.size())) {
      state = Fold.apply(state, commit);
    }
    return state;
  }
}
