package io.github.aspoperator.simulation.play;

import io.github.aspoperator.simulation.evidence.Arrival;
import io.github.aspoperator.simulation.evidence.Hearing;
import java.util.ArrayList;
import java.util.List;

/** A connection, as the gateway and the client see it. */
public final class Line implements Hearing {

  /** Where a connection is in its life. */
  public enum State {
    /** Its handshake is not answered: nothing can be posted. */
    OPENING,
    /** The client has its answer. */
    OPEN,
    /** The client is gone, and the gateway does not know it: what is posted disappears. */
    VANISHED,
    /** Nothing can be posted. */
    CLOSED
  }

  private final String id;
  private final int agent;
  private final String token;
  private final List<Arrival> arrivals = new ArrayList<>();
  private State state = State.OPENING;
  private long since;
  private long until = Long.MAX_VALUE;
  private boolean clean;
  private boolean closedByOperator;
  private boolean owed;
  private boolean longOwed;
  private long recordedAt = Long.MAX_VALUE;
  private long recordedOrder = Long.MAX_VALUE;
  private boolean early;
  private final long began;
  private boolean opened;
  private boolean forgotten;

  Line(String id, int agent, String token, long since, long began) {
    this.began = began;
    this.id = id;
    this.agent = agent;
    this.token = token;
    this.since = since;
  }

  /** One that has come to where {@code other} is. */
  Line(Line other) {
    this(other.id, other.agent, other.token, other.since, other.began);
    arrivals.addAll(other.arrivals);
    state = other.state;
    until = other.until;
    clean = other.clean;
    closedByOperator = other.closedByOperator;
    owed = other.owed;
    longOwed = other.longOwed;
    recordedAt = other.recordedAt;
    recordedOrder = other.recordedOrder;
    early = other.early;
    opened = other.opened;
    forgotten = other.forgotten;
  }

  /** What the gateway calls it. */
  public String id() {
    return id;
  }

  /** Whose it is: the number of the agent. */
  public int agent() {
    return agent;
  }

  /** The token that opened it. */
  public String token() {
    return token;
  }

  /** Where it is in its life. */
  public State state() {
    return state;
  }

  /** Everything posted to it, in order. */
  List<Arrival> arrivals() {
    return arrivals;
  }

  @Override
  public List<Arrival> arrivals(String session) {
    return arrivals.stream().filter(arrival -> arrival.session().equals(session)).toList();
  }

  @Override
  public boolean isOpen() {
    return state == State.OPEN;
  }

  @Override
  public long since() {
    return since;
  }

  @Override
  public boolean wasOpen() {
    return opened;
  }

  @Override
  public long until() {
    return until;
  }

  /** Whether the client closed it. */
  public boolean isClean() {
    return clean;
  }

  /** One that is owed a stretch gets everything, where stretches are longer than schedules. */
  @Override
  public Start start() {
    if (!owed) {
      return Start.BEHIND;
    }
    return longOwed ? Start.ALL_ANEW : Start.SOME_ANEW;
  }

  /** Whether it was owed a stretch when it came. */
  public boolean isOwed() {
    return owed;
  }

  /** By when the operator had recorded it, epoch milliseconds; the end of time if it never did. */
  public long recordedAt() {
    return recordedAt;
  }

  /** The last arrival of all by then. */
  public long recordedOrder() {
    return recordedOrder;
  }

  @Override
  public long began() {
    return began;
  }

  @Override
  public boolean wasEarly() {
    return early;
  }

  void early() {
    early = true;
  }

  /** Recorded by {@code at}, behind that arrival; owed a stretch, which reaches back for ever. */
  void recorded(long at, long order, boolean isOwed, boolean forEver) {
    recordedAt = at;
    recordedOrder = order;
    owed = isOwed;
    longOwed = forEver;
  }

  /** Whether the operator was told of its end, and has taken note. */
  public boolean isForgotten() {
    return forgotten;
  }

  void forget() {
    forgotten = true;
  }

  void open(long at) {
    state = State.OPEN;
    opened = true;
    since = at;
  }

  void vanish() {
    state = State.VANISHED;
  }

  void close(long at, boolean byClient) {
    if (state != State.CLOSED) {
      state = State.CLOSED;
      clean = byClient;
      until = Math.min(until, at);
    }
  }

  /** Whether the operator closed it, or tried to. */
  public boolean isClosedByOperator() {
    return closedByOperator;
  }

  void closing(long at) {
    closedByOperator |= state != State.CLOSED;
    doubt(at);
  }

  /** From now on the operator may count it as failed. */
  void doubt(long at) {
    until = Math.min(until, at);
  }

  @Override
  public String toString() {
    return id + " of " + agent;
  }
}
