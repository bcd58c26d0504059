package io.github.aspoperator.local.races;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.testkit.client.Ear;
import java.util.ArrayList;
import java.util.List;

/**
 * One agent's connections to the stream, never two at once, each closed cleanly before the next is
 * opened; what they got of one session, one after the other. For one thread.
 */
final class Listening {

  private final Peer peer;
  private final String session;
  private final List<JsonNode> before = new ArrayList<>();
  private final List<Ear> now = new ArrayList<>();

  Listening(Peer peer, String session) {
    this.peer = peer;
    this.session = session;
  }

  void begin() {
    if (now.isEmpty()) {
      now.add(peer.connect());
    }
  }

  void end() {
    for (Ear ear : now) {
      ear.closeCleanly();
      before.addAll(ear.events(session));
    }
    now.clear();
  }

  void beginOrEnd() {
    if (now.isEmpty()) {
      begin();
    } else {
      end();
    }
  }

  /** Waits until {@code count} events came in all; whether they did. */
  boolean await(int count) {
    begin();
    Ear ear = now.getFirst();
    return ear.await(() -> before.size() + ear.count(session) >= count);
  }

  /** Everything that came, to all connections. */
  List<JsonNode> all() {
    List<JsonNode> all = new ArrayList<>(before);
    now.forEach(ear -> all.addAll(ear.events(session)));
    return all;
  }
}
