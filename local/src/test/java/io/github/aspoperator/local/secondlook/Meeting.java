package io.github.aspoperator.local.secondlook;

import static io.github.aspoperator.local.secondlook.Stage.ANN;
import static io.github.aspoperator.local.secondlook.Stage.BOB;
import static io.github.aspoperator.local.secondlook.Stage.CAT;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.operator.SessionCalls;
import io.github.aspoperator.session.Command;
import java.util.List;
import java.util.Optional;

/** Ann and Bob come together in a session, and what rings is drained. */
final class Meeting {

  /** The ways in which Ann brings Bob in, or Bob becomes joined. */
  enum Way {
    ANN_CREATES,
    BOB_CREATES,
    ANN_INVITES,
    BOB_JOINS,
    ANN_REOPENS,
    BOB_REOPENS
  }

  private final Stage stage;
  private final Way way;
  private Optional<SessionId> session;

  /** What there is of it before. */
  Meeting(Stage stage, Way way) {
    this.stage = stage;
    this.way = way;
    this.session =
        switch (way) {
          case ANN_CREATES, BOB_CREATES -> Optional.empty();
          case ANN_INVITES -> Optional.of(stage.meeting(ANN, CAT));
          case BOB_JOINS -> {
            SessionId made = stage.open(stage.ports(), ANN, BOB);
            stage.settle();
            yield Optional.of(made);
          }
          case ANN_REOPENS, BOB_REOPENS -> {
            SessionId ended = stage.meeting(ANN, BOB, CAT);
            new SessionCalls(stage.ports()).end(new Command.End(ended, CAT));
            stage.settle();
            yield Optional.of(ended);
          }
        };
  }

  Stage stage() {
    return stage;
  }

  /** Where they meet; nowhere when they were refused. */
  Optional<SessionId> session() {
    return session;
  }

  /** They meet. */
  void takesPlace(Ports ports) {
    SessionCalls calls = new SessionCalls(ports);
    switch (way) {
      case ANN_CREATES -> session = Optional.of(stage.open(ports, ANN, BOB));
      case BOB_CREATES -> session = Optional.of(stage.open(ports, BOB, ANN));
      case ANN_INVITES -> {
        var _ = calls.invite(new Command.Invite(session.orElseThrow(), ANN, List.of(BOB)));
      }
      case BOB_JOINS -> calls.join(new Command.Join(session.orElseThrow(), BOB));
      case ANN_REOPENS -> calls.reopen(reopening(ANN));
      case BOB_REOPENS -> calls.reopen(reopening(BOB));
    }
    stage.answerBells(ports);
    stage.doJobs(ports);
  }

  private Command.Reopen reopening(Handle by) {
    return new Command.Reopen(session.orElseThrow(), by, Optional.empty(), Optional.empty());
  }

  /** Whether {@code agent} is joined or invited there, and it goes on. */
  boolean has(Handle agent) {
    return session.filter(there -> stage.takesPart(there, agent)).isPresent();
  }
}
