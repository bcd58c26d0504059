package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.util.List;
import java.util.Optional;

/** What the agent is owed; others' are not kept, since they never come back for it. */
final class WorldLags implements Lags {

  private final Stage stage;

  WorldLags(Stage stage) {
    this.stage = stage;
  }

  @Override
  public Optional<Lag> create(Lag lag) {
    if (!lag.agent().equals(Cast.AGENT) || !stage.setting().has(Topic.DELIVERY)) {
      return Optional.empty();
    }
    int session = Cast.index(lag.session());
    Optional<Lag> there = stage.reads().lag(session);
    if (there.isEmpty()) {
      stage.writes().lag(session, Optional.of(lag));
    }
    stage.note(Told.lag(lag) + there.map(old -> ", where there is " + Told.lag(old)).orElse(""));
    return there;
  }

  @Override
  public boolean replace(Lag read, Lag next) {
    return put(
        read.session(),
        current(read.session(), read.generation())
            .filter(lag -> lag.mark().equals(read.mark()))
            .map(_ -> next));
  }

  @Override
  public List<Lag> open(Handle agent, Optional<SessionId> after, int limit) {
    Optional<Lag> lag = stage.reads().lag(0).filter(Lag::isOpen).filter(l -> after.isEmpty());
    stage.note(lag.map(Told::lag).orElse("none"));
    return lag.stream().toList();
  }

  @Override
  public Optional<Lag> find(Handle agent, SessionId session) {
    Optional<Lag> lag = stage.reads().lag(Cast.index(session));
    stage.note(lag.map(Told::lag).orElse("none"));
    return lag;
  }

  @Override
  public boolean move(Lag moved) {
    return put(
        moved.session(),
        current(moved.session(), moved.generation()).filter(Lag::isOpen).map(_ -> moved));
  }

  @Override
  public boolean finish(Handle agent, SessionId session, Ulid generation, long now) {
    Optional<Lag> lag = current(session, generation).map(l -> l.finished(now));
    return put(session, lag);
  }

  private Optional<Lag> current(SessionId session, Ulid generation) {
    boolean any = stage.setting().breaks(Breach.LAG_GENERATION);
    return stage
        .reads()
        .lag(Cast.index(session))
        .filter(l -> any || l.generation().equals(generation));
  }

  private boolean put(SessionId session, Optional<Lag> lag) {
    World world = stage.writes();
    lag.ifPresent(_ -> world.lag(Cast.index(session), lag));
    stage.note(lag.map(Told::lag).orElse("another generation"));
    return lag.isPresent();
  }
}
