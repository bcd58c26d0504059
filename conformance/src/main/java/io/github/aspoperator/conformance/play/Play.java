package io.github.aspoperator.conformance.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.subject.Account;
import io.github.aspoperator.conformance.subject.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What one check plays with. */
public final class Play {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Between two questions, so that waiting is no attack. */
  private static final long PAUSE_NANOS = 20_000_000;

  private final String check;
  private final Caller caller;
  private final List<Agent> agents;

  public Play(String check, Caller caller, List<Account> accounts) {
    this.check = check;
    this.caller = caller;
    this.agents = new ArrayList<>(accounts.stream().map(a -> new Agent(caller, a)).toList());
  }

  /** The first agent. */
  public Agent ann() {
    return agents.get(0);
  }

  /** The second one. */
  public Agent bob() {
    return agents.get(1);
  }

  /** The third one. */
  public Agent carol() {
    return agents.get(2);
  }

  /** The fourth one. */
  public Agent dave() {
    return agents.get(3);
  }

  /** All of them. */
  public List<Agent> agents() {
    return List.copyOf(agents);
  }

  /** The operator. */
  public Target target() {
    return caller.target();
  }

  /** The presence windows; only for checks that need them. */
  public Target.Windows windows() {
    return target().windows().orElseThrow();
  }

  /** The owner's side; only for checks that need it. */
  public Owner admin() {
    return new Owner(caller, target().admin().orElseThrow(), "admin");
  }

  /** One more agent, with that policy; only for checks that need the owner's side. */
  public Agent agent(String policy) {
    return agent("@" + word() + ".one", policy);
  }

  /** One more agent, of that handle. */
  public Agent agent(String handle, String policy) {
    Agent agent = new Agent(caller, admin().account(handle, policy));
    agents.add(agent);
    return agent;
  }

  /** A word that nobody has used. */
  public String word() {
    return "conf-" + Long.toString(RANDOM.nextLong(1L << 50), 36).toLowerCase(Locale.ROOT);
  }

  /** A handle that nobody has. */
  public String nobody() {
    return "@" + word() + ".nobody";
  }

  /** A session id that nobody has. */
  public String noSession() {
    return "sess_01ARZ3NDEKTSV4RRFFQ69G5FAV";
  }

  /** A call without any credentials of ours; headers are names and values in turn. */
  public Reply anonymous(String method, String path, String body, String... headers) {
    return caller.call(
        "nobody",
        target().url(),
        method,
        path,
        body.getBytes(StandardCharsets.UTF_8),
        List.of(headers));
  }

  /** The status with which a handshake is refused; fails when it is accepted. */
  public int refusedHandshake(Agent agent, String query, String... headers) {
    return Ear.refused(agent, caller, List.of(headers), query);
  }

  /** Connects without a header, by what stands in the query. */
  public Ear connect(Agent agent, String query) {
    return Ear.open(agent, caller, List.of(), query);
  }

  /** Connects on a bare socket. */
  public RawEar raw(Agent agent) {
    return RawEar.open(agent, caller);
  }

  /** Where a path of the operator is. */
  public URI uri(String path) {
    return URI.create(target().url() + path);
  }

  /** Everything that was said. */
  public List<Exchange> exchanges() {
    return caller.exchanges();
  }

  /** Waits until the operator must have noticed what was closed last. */
  public void settle() {
    try {
      Thread.sleep(target().settle());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Asks again and again until there is an answer; fails after the time of patience and {@code
   * more}, saying that {@code what} did not come.
   */
  public <T> T until(Duration more, String what, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + target().patience().plus(more).toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > end) {
        throw new CheckFailed(what + " did not come");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** What every agent heard, and may read of what it heard of: for the whole run's checks. */
  public List<Heard> heard() {
    List<Heard> all = new ArrayList<>();
    for (Agent agent : agents) {
      if (!agent.ears().isEmpty()) {
        // first what was heard: of what is still to come the history may not know yet
        List<Heard.Connection> connections = connections(agent);
        Map<String, List<JsonNode>> histories = new LinkedHashMap<>();
        for (String session : agent.sessions()) {
          history(agent, session).ifPresent(events -> histories.put(session, events));
        }
        all.add(new Heard(check, agent.handle(), connections, histories));
      }
    }
    return all;
  }

  /** Nothing where the agent may not read any more, since its token is gone. */
  private static Optional<List<JsonNode>> history(Agent agent, String session) {
    try {
      return Optional.of(agent.history(session));
    } catch (CheckFailed _) {
      return Optional.empty();
    }
  }

  private List<Heard.Connection> connections(Agent agent) {
    List<Heard.Connection> connections = new ArrayList<>();
    List<Ear> before = new ArrayList<>();
    for (Ear ear : agent.ears()) {
      boolean owedNothing =
          ear.wasAlone()
              && before.stream().allMatch(Ear::wasClosedCleanly)
              && before.stream().allMatch(one -> ear.after(one).compareTo(target().settle()) >= 0);
      List<String> texts = ear.texts();
      List<JsonNode> frames = texts.stream().map(Json::read).toList();
      connections.add(new Heard.Connection(owedNothing, texts, frames));
      before.add(ear);
    }
    return connections;
  }

  /** Ends all connections. */
  public void over() {
    agents.forEach(agent -> agent.ears().stream().filter(ear -> !ear.isOver()).forEach(Ear::cut));
  }
}
