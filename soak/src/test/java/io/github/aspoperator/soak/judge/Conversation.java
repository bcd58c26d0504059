package io.github.aspoperator.soak.judge;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.session.Becoming;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.Stint;
import io.github.aspoperator.simulation.evidence.Arrival;
import io.github.aspoperator.simulation.evidence.Evidence;
import io.github.aspoperator.simulation.evidence.Hearing;
import io.github.aspoperator.simulation.evidence.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ann invites Bob, who joins; she says so many things, and both get everything. */
final class Conversation implements Evidence {

  static final Handle ANN = Handle.of("@lab.ann");
  static final Handle BOB = Handle.of("@lab.bob");

  private static final long BEGUN = 1_800_000_000_000L;

  final SessionId session = new SessionId(new Ulid(1, 1));
  final List<Commit> commits = new ArrayList<>();
  final Map<Handle, List<Connection>> connections = new HashMap<>();
  final List<String> found = new ArrayList<>();
  private final History history = new History();

  /** One connection, open from its beginning to the end of the conversation. */
  record Connection(String name, List<Arrival> all) implements Hearing {

    @Override
    public List<Arrival> arrivals(String session) {
      return all;
    }

    @Override
    public Start start() {
      return Start.SOME_ANEW;
    }

    @Override
    public boolean wasEarly() {
      return true;
    }

    @Override
    public long began() {
      return 0;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean wasOpen() {
      return true;
    }

    @Override
    public long since() {
      return BEGUN;
    }

    @Override
    public long until() {
      return Long.MAX_VALUE;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  Conversation(int messages) {
    add(Optional.of(new Commit.Genesis(ANN, Optional.empty(), 0)), Optional.empty(), invited());
    Payload joined = new Payload.Joined(BOB, new Becoming(0, Stint.NONE));
    add(Optional.empty(), Optional.empty(), joined);
    for (int i = 0; i < messages; i++) {
      say(i);
    }
    for (Handle agent : List.of(ANN, BOB)) {
      List<Arrival> all = new ArrayList<>();
      for (long sequence = 1; sequence <= length(); sequence++) {
        all.add(arrival(sequence, sequence));
      }
      connections.put(agent, new ArrayList<>(List.of(new Connection(agent + " #1", all))));
    }
  }

  private static Payload invited() {
    return new Payload.Invited(BOB, ANN, Optional.empty(), Optional.empty());
  }

  private void say(int number) {
    String key = "key-" + number;
    Body body = new Body(RawJson.of("\"hello\""), Optional.empty());
    Keyed keyed = new Keyed(ANN, key, new Fingerprint(number, number));
    add(Optional.empty(), Optional.of(keyed), new Payload.Message(ANN, body, Optional.of(key)));
    var event = commits.getLast().events().getFirst();
    history
        .said()
        .add(
            new History.Said(
                ANN, session, Optional.of(key), event.messageId().text(), event.sequence()));
  }

  private void add(Optional<Commit.Genesis> genesis, Optional<Keyed> keyed, Payload payload) {
    long key = commits.isEmpty() ? 0 : length() + 1;
    Ulid command = new Ulid(2, 100L * commits.size());
    commits.add(Commit.of(session, key, command, BEGUN, genesis, keyed, List.of(payload)));
  }

  /** The last message is there once more, under its key. */
  void repeatLast() {
    Commit last = commits.getLast();
    add(Optional.empty(), last.keyed(), last.events().getFirst().payload());
  }

  long length() {
    return commits.getLast().last();
  }

  Arrival arrival(long sequence, long order) {
    return new Arrival(session.text(), sequence, length(), order, 0, true);
  }

  /** What came to Bob over his first connection. */
  List<Arrival> toBob() {
    return connections.getOrDefault(BOB, List.of()).getFirst().all();
  }

  @Override
  public List<SessionId> sessions() {
    return List.of(session);
  }

  @Override
  public List<Commit> commits(SessionId of) {
    return commits;
  }

  @Override
  public List<Handle> agents(SessionId of) {
    return List.of(ANN, BOB);
  }

  @Override
  public List<? extends Hearing> hearings(Handle agent) {
    return connections.getOrDefault(agent, List.of());
  }

  @Override
  public boolean isOrdered() {
    return false;
  }

  @Override
  public boolean isCalm() {
    return false;
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public Windows windows() {
    return Windows.DEFAULT;
  }

  @Override
  public void found(String what) {
    found.add(what);
  }
}
