package io.github.aspoperator.simulation.play;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.operator.SessionCalls;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.evidence.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Agents use their sessions. */
final class Verbs {

  private static final int KEYS = 3;
  private static final int TRIES = 3;
  private static final int LIMIT = 1_000;

  private final World world;
  private final Callers callers;

  Verbs(World world, Callers callers) {
    this.world = world;
    this.callers = callers;
  }

  void act(Act act, Draw draw, Runnable then) {
    List<SessionId> sessions = world.logs().sessions();
    if (act == Act.CREATE || sessions.isEmpty()) {
      create(draw, then);
      return;
    }
    // mostly the newest: that is where others are
    int back = draw.below(10) < 7 ? 0 : draw.below(sessions.size());
    SessionId session = sessions.get(sessions.size() - 1 - back);
    switch (act) {
      case JOIN -> join(session, draw, then);
      case INVITE -> invite(session, draw, then);
      case SEND -> send(session, draw, then);
      case LEAVE -> leave(session, draw, then);
      case END -> end(session, draw, then);
      case REOPEN -> reopen(session, draw, then);
      default -> read(session, draw, then);
    }
  }

  private static Body body(int text) {
    return new Body(RawJson.of("\"say " + text + "\""), Optional.empty());
  }

  private static Optional<Keyed> keyed(Handle sender, Draw draw, int text) {
    return draw.below(10) < 4
        ? Optional.of(new Keyed(sender, "k" + draw.below(KEYS), new Fingerprint(7, text)))
        : Optional.empty();
  }

  /** Mostly one of those for whom it makes sense. */
  private Actor actor(SessionId session, Draw draw, Predicate<Member> sensible) {
    List<Actor> fit = new ArrayList<>();
    Optional<SessionState> state = world.logs().state(session);
    for (Actor actor : world.actors()) {
      if (state.flatMap(s -> s.member(actor.handle())).filter(sensible).isPresent()) {
        fit.add(actor);
      }
    }
    boolean any = fit.isEmpty() || draw.below(10) == 0;
    List<Actor> among = any ? world.actors() : fit;
    return among.get(draw.below(among.size()));
  }

  private List<Handle> others(Actor of, Draw draw) {
    List<Handle> others = new ArrayList<>();
    for (Actor actor : world.actors()) {
      if (actor != of && draw.below(2) == 0) {
        others.add(actor.handle());
      }
    }
    return others;
  }

  private void create(Draw draw, Runnable then) {
    Actor by = world.actors().get(draw.below(world.actors().size()));
    int text = draw.below(3);
    boolean says = draw.below(2) == 0;
    Optional<Keyed> keyed = keyed(by.handle(), draw, text);
    Command.Create create =
        new Command.Create(
            by.handle(),
            others(by, draw),
            Optional.empty(),
            says ? Optional.of(body(text)) : Optional.empty(),
            says && draw.below(5) == 0,
            keyed);
    again(
        TRIES,
        keyed,
        (answered, unknown) ->
            callers.agent(
                by,
                Optional.empty(),
                "creates " + create.invite() + keyed.map(Keyed::key).orElse(""),
                (calls, _) -> calls.create(create),
                reply -> {
                  if (reply instanceof Reply.Done(var created)) {
                    world
                        .history()
                        .opened()
                        .add(
                            new History.Opened(
                                by.handle(), keyed.map(Keyed::key), created.session()));
                  }
                  finish(reply, answered, unknown);
                }),
        then);
  }

  /** Tries again what has a key, as long as its client does not know what became of it. */
  private void again(int left, Optional<Keyed> keyed, Attempt attempt, Runnable then) {
    attempt.make(
        then, keyed.isPresent() && left > 1 ? () -> again(left - 1, keyed, attempt, then) : then);
  }

  private interface Attempt {
    void make(Runnable answered, Runnable unknown);
  }

  private static <T> void finish(Reply<T> reply, Runnable answered, Runnable unknown) {
    if (reply instanceof Reply.Unknown) {
      unknown.run();
    } else {
      answered.run();
    }
  }

  private void send(SessionId session, Draw draw, Runnable then) {
    Actor by = actor(session, draw, Member::isJoined);
    int text = draw.below(2);
    Optional<Keyed> keyed = keyed(by.handle(), draw, text);
    Command.Send send = new Command.Send(session, by.handle(), body(text), Optional.empty(), keyed);
    if (keyed.isEmpty()) {
      world.history().asked().add(new History.Asked(by.handle(), session));
    }
    again(
        TRIES,
        keyed,
        (answered, unknown) ->
            callers.agent(
                by,
                Optional.of(session),
                "sends in " + session.text() + keyed.map(k -> " with " + k.key()).orElse(""),
                (calls, _) -> calls.send(send),
                reply -> {
                  if (reply instanceof Reply.Done(var sent)) {
                    world
                        .history()
                        .said()
                        .add(
                            new History.Said(
                                by.handle(),
                                session,
                                keyed.map(Keyed::key),
                                sent.message().text(),
                                sent.sequence()));
                  }
                  finish(reply, answered, unknown);
                }),
        then);
  }

  private void join(SessionId session, Draw draw, Runnable then) {
    Actor by = actor(session, draw, Member::isInvited);
    Command.Join join = new Command.Join(session, by.handle());
    change(by, "joins", join, calls -> calls.join(join), then);
  }

  /** What changes a session and answers nothing. */
  private void change(
      Actor by, String does, Command.Existing command, Consumer<SessionCalls> call, Runnable then) {
    SessionId session = command.session();
    callers.<Integer>agent(
        by,
        Optional.of(session),
        does + " " + session.text(),
        (calls, _) -> {
          call.accept(calls);
          return 0;
        },
        _ -> then.run());
  }

  private void invite(SessionId session, Draw draw, Runnable then) {
    Actor by = actor(session, draw, Member::isJoined);
    List<Handle> invite = others(by, draw);
    if (invite.isEmpty()) {
      then.run();
      return;
    }
    Command.Invite command = new Command.Invite(session, by.handle(), invite);
    callers.agent(
        by,
        Optional.of(session),
        "invites " + invite + " to " + session.text(),
        (calls, _) -> calls.invite(command),
        _ -> then.run());
  }

  private void leave(SessionId session, Draw draw, Runnable then) {
    Actor by = actor(session, draw, Member::isActive);
    Command.Leave leave = new Command.Leave(session, by.handle());
    change(by, "leaves", leave, calls -> calls.leave(leave), then);
  }

  private void end(SessionId session, Draw draw, Runnable then) {
    Actor by = actor(session, draw, Member::isJoined);
    Command.End end = new Command.End(session, by.handle());
    change(by, "ends", end, calls -> calls.end(end), then);
  }

  private void reopen(SessionId session, Draw draw, Runnable then) {
    Actor by = actor(session, draw, _ -> true);
    Optional<List<Handle>> invite =
        draw.below(2) == 0 ? Optional.empty() : Optional.of(others(by, draw));
    Optional<Body> message =
        draw.below(3) == 0 ? Optional.of(body(draw.below(2))) : Optional.empty();
    Command.Reopen reopen = new Command.Reopen(session, by.handle(), invite, message);
    change(by, "reopens", reopen, calls -> calls.reopen(reopen), then);
  }

  private void read(SessionId session, Draw draw, Runnable then) {
    Actor by = actor(session, draw, _ -> true);
    long before = world.logs().length(session);
    callers.agent(
        by,
        Optional.empty(),
        "reads " + session.text(),
        (calls, caller) -> calls.events(session, caller, 0, LIMIT),
        reply -> {
          if (reply instanceof Reply.Done(var page)) {
            long after = world.logs().length(session);
            world
                .history()
                .looked()
                .add(
                    new History.Looked(
                        by.handle(),
                        session,
                        page.events().stream().map(SessionEvent::sequence).toList(),
                        before,
                        after));
          }
          then.run();
        });
  }
}
