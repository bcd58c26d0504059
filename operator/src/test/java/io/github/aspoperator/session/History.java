package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plan carried out: everything that was asked, and what came of it. */
public final class History {

  /**
   * Something that was asked.
   *
   * @param commits how many there were before
   * @param before the state it was asked in
   * @param ties as they were
   */
  record Turn(
      int commits, SessionState before, Ties ties, Command.Existing command, Decision decision) {}

  private record Seat(boolean online, long epoch, long expiredThrough) {}

  private final Story story;
  private final List<Turn> turns = new ArrayList<>();
  private final Map<Handle, Seat> seats = new HashMap<>();

  private History(Plan plan) {
    story = Story.of(plan.create());
    plan.moves().forEach(this::make);
  }

  public static History of(Plan plan) {
    return new History(plan);
  }

  public List<Commit> commits() {
    return story.commits();
  }

  public List<SessionEvent> events() {
    return story.events();
  }

  /** After each commit. */
  public List<SessionState> states() {
    return story.states();
  }

  /** At the end. */
  public SessionState state() {
    return story.state();
  }

  List<Turn> turns() {
    return turns;
  }

  private void make(Move move) {
    switch (move) {
      case Move.Ask(var command) -> ask(command);
      case Move.Attend(var agent) -> {
        Seat seat = seat(agent);
        ask(
            new Command.Attend(
                Cast.SESSION, agent, seat.online(), seat.epoch(), seat.expiredThrough()));
      }
      case Move.Drop(var agent) -> {
        Seat seat = seat(agent);
        sit(agent, new Seat(false, seat.epoch() + 1, seat.expiredThrough()));
      }
      case Move.Connect(var agent) -> {
        Seat seat = seat(agent);
        sit(agent, new Seat(true, seat.epoch(), seat.expiredThrough()));
      }
      case Move.Expire(var agent) -> {
        Seat seat = seat(agent);
        sit(agent, seat.online() ? seat : new Seat(false, seat.epoch(), seat.epoch()));
      }
      case Move.Admit(var one, var other, var admits) ->
          story.ties(ties -> admits ? ties.friends(one, other) : ties.strangers(one, other));
      case Move.Block(var blocker, var blocked, var stands) ->
          story.ties(
              ties -> stands ? ties.block(blocker, blocked) : ties.unblock(blocker, blocked));
      case Move.Wait(var millis) -> story.after(millis);
    }
  }

  private void ask(Command.Existing command) {
    int commits = story.commits().size();
    SessionState before = story.state();
    turns.add(new Turn(commits, before, story.ties(), command, story.ask(command)));
  }

  private Seat seat(Handle agent) {
    return seats.getOrDefault(agent, new Seat(false, 0, 0));
  }

  private void sit(Handle agent, Seat seat) {
    seats.put(agent, seat);
    story.epoch(agent, seat.epoch());
  }
}
