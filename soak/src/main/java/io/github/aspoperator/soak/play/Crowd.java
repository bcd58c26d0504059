package io.github.aspoperator.soak.play;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.soak.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Very many agents that are away, miss something, and come all at once. */
public final class Crowd {

  /** In one session: each is told of each, so this is what the crowd costs. */
  private static final int GROUP = 20;

  private static final int AT_ONCE = 16;
  private static final int MESSAGES = 3;

  private final Stage stage;
  private final Random draw;
  private final List<Agent> agents = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private volatile boolean ready;

  /** Who is in one session, and the last that was said there. */
  private record Group(List<Agent> agents, SessionId session, long last) {}

  /** Of nobody yet. */
  public Crowd(Stage stage, Random draw) {
    this.stage = stage;
    this.draw = draw;
  }

  /** Registers so many, and lets them miss something: takes a while, on a thread of its own. */
  public void gather(int size) throws InterruptedException {
    List<Task<Agent>> tasks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String handle = "@crowd.a" + i;
      tasks.add(random -> Troupe.register(stage, handle, random));
    }
    agents.addAll(all(tasks, AT_ONCE));
    List<Task<Group>> talks = new ArrayList<>();
    for (int from = 0; from + GROUP <= size; from += GROUP) {
      List<Agent> group = agents.subList(from, from + GROUP);
      talks.add(random -> talk(group, random));
    }
    groups.addAll(all(talks, AT_ONCE));
    ready = true;
  }

  /** Whether all of them wait, and have not come yet. */
  public boolean isReady() {
    return ready;
  }

  /** They come, are told everything, and go. */
  public void comeAndGo() throws InterruptedException {
    ready = false;
    stage.faults().struck(Fault.CROWD);
    Coming coming = new Coming(stage, groups.size() * GROUP);
    List<Task<Boolean>> tasks = new ArrayList<>();
    for (Group group : groups) {
      for (Agent agent : group.agents()) {
        tasks.add(random -> coming.of(agent, group.session(), group.last(), random));
      }
    }
    var _ = all(tasks, tasks.size());
    // that it came at all is judged at the end: nothing says how soon
    stage.faults().note(Fault.CROWD, coming.toString());
  }

  /** They come, and stay until the curtain is down; not yet there when this returns. */
  public void comeAndStay() {
    if (!agents.isEmpty()) {
      stage.faults().struck(Fault.CROWD);
    }
    for (Agent agent : agents) {
      Random random = new Random(draw.nextLong());
      var _ = Troupe.start(stage, "crowd", () -> Seat.stay(stage, agent, random));
    }
  }

  /** Who they are. */
  public List<Agent> agents() {
    return agents;
  }

  private Group talk(List<Agent> group, Random random) throws InterruptedException {
    Agent first = group.getFirst();
    String key = "crowd-" + first.handle().text();
    SessionId session =
        Room.open(stage, first, group.subList(1, group.size()), key, random).orElseThrow();
    for (Agent agent : group.subList(1, group.size())) {
      var _ = stage.ask(agent, "POST", "/sessions/" + session.text() + "/join", "", random);
    }
    for (int i = 0; i < MESSAGES; i++) {
      Agent agent = group.get(i);
      var _ = Speaker.say(stage, agent, session, key + "-" + agent.handle().text(), random);
    }
    return new Group(group, session, stage.book().least(session));
  }

  private interface Task<T> {
    T of(Random random) throws InterruptedException;
  }

  /** So many of them at a time. */
  private <T> List<T> all(List<Task<T>> tasks, int atOnce) throws InterruptedException {
    List<Future<T>> running = new ArrayList<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(Math.max(1, atOnce), Thread.ofVirtual().factory())) {
      for (Task<T> task : tasks) {
        Random random = new Random(draw.nextLong());
        running.add(workers.submit(() -> task.of(random)));
      }
    }
    List<T> done = new ArrayList<>();
    for (Future<T> future : running) {
      try {
        done.add(future.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("the crowd cannot come", e.getCause());
      }
    }
    return done;
  }
}
