package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything at one moment: what is stored, what is on its way, what was handed over, and the steps
 * that are held. A row of values, of which a copy shares all that does not change.
 */
final class World {

  /** When a world begins, epoch milliseconds. */
  static final long START = 1_000_000;

  private static final int CLOCK = 0;
  private static final int PRESENCE = 1;
  private static final int HANDED = 2;
  private static final int PEER = 3;
  private static final int REPLAYS = 4;
  private static final int JOBS = 5;
  private static final int TIMERS = 6;
  private static final int LINES = 7;
  private static final int BUDGET = 8;
  private static final int PAST = 9;
  private static final int TRUST = 10;
  private static final int WIRES = 11;
  private static final int SESSIONS = WIRES + Setting.CONNECTIONS;
  private static final int PER_SESSION = 7;
  private static final int TASKS = SESSIONS + PER_SESSION * Setting.SESSIONS;
  private static final int SIZE = TASKS + 2 * Lane.SLOTS;

  private final Atoms atoms;
  private final Object[] parts;
  private final Object[] origin;
  private final int[] numbers;
  private Optional<String> broken = Optional.empty();

  private World(Atoms atoms, Object[] parts, Object[] origin, int[] numbers) {
    this.atoms = atoms;
    this.parts = parts;
    this.origin = origin;
    this.numbers = numbers;
  }

  /** The world that {@code numbers} stand for. */
  static World of(Atoms atoms, int[] numbers) {
    Object[] parts = new Object[SIZE];
    for (int i = 0; i < SIZE; i++) {
      parts[i] = atoms.value(numbers[i]);
    }
    return new World(atoms, parts, parts, numbers);
  }

  /** A world without anything in it. */
  static World empty(Atoms atoms) {
    Object[] parts = new Object[SIZE];
    java.util.Arrays.fill(parts, Optional.empty());
    World world = new World(atoms, parts, new Object[SIZE], new int[SIZE]);
    world.clock(START);
    world.presence(Presence.NEVER);
    world.handed(List.of());
    world.peer(0);
    world.replays(0);
    world.jobs(List.of());
    world.timers(List.of());
    world.past(Past.NONE);
    world.trust(Trust.NONE);
    for (int i = 0; i < Setting.CONNECTIONS; i++) {
      world.wire(i, Wire.UNUSED);
    }
    for (int i = 0; i < Setting.SESSIONS; i++) {
      world.head(i, Head.START);
      world.bells(i, new Bells(0, List.of()));
      parts[SESSIONS + i * PER_SESSION + 4] = Map.of();
      parts[SESSIONS + i * PER_SESSION + 6] = new Tail(Set.of(), 0);
    }
    return world;
  }

  /** Becomes what {@code other}, a copy of this one, has become. */
  void become(World other) {
    System.arraycopy(other.parts, 0, parts, 0, SIZE);
    broken = other.broken;
  }

  World copy() {
    return new World(atoms, parts.clone(), origin, numbers);
  }

  @SuppressWarnings("ReferenceEquality") // what nobody touched has the number it had
  int[] encoded() {
    int[] encoded = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      encoded[i] = parts[i] == origin[i] ? numbers[i] : atoms.number(parts[i]);
    }
    return encoded;
  }

  /** The fresh ids that are held anywhere. */
  long ids() {
    long ids = 0;
    for (Object part : parts) {
      ids |= atoms.ids(part);
    }
    return ids;
  }

  /** A promise was broken. */
  void breaks(String promise) {
    broken = Optional.of(promise);
  }

  Optional<String> broken() {
    return broken;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // each part has its type
  private <T> T part(int index) {
    return (T) parts[index];
  }

  long clock() {
    return this.<Long>part(CLOCK);
  }

  void clock(long now) {
    parts[CLOCK] = now;
  }

  /** The presence item of the agent. */
  Presence presence() {
    return part(PRESENCE);
  }

  void presence(Presence next) {
    parts[PRESENCE] = next;
  }

  /** What the agent was handed of the first session, on whichever connection: first arrivals. */
  List<Long> handed() {
    return part(HANDED);
  }

  void handed(List<Long> next) {
    parts[HANDED] = next;
  }

  /** The last event that the peer was handed of the first session. */
  long peer() {
    return this.<Long>part(PEER);
  }

  void peer(long last) {
    parts[PEER] = last;
  }

  /** How many replays of the agent wait; more than two are as good as two. */
  int replays() {
    return this.<Integer>part(REPLAYS);
  }

  void replays(int waiting) {
    parts[REPLAYS] = Math.min(waiting, 2);
  }

  /** Jobs that may be begun. */
  List<Job> jobs() {
    return part(JOBS);
  }

  void jobs(List<Job> waiting) {
    parts[JOBS] = waiting;
  }

  /** Jobs that may be begun once their sender has ended. */
  List<Timer> timers() {
    return part(TIMERS);
  }

  void timers(List<Timer> waiting) {
    parts[TIMERS] = waiting;
  }

  /** How far each line of the setting has come. */
  List<Integer> lines() {
    return part(LINES);
  }

  void lines(List<Integer> positions) {
    parts[LINES] = positions;
  }

  void advance(int line) {
    List<Integer> next = new ArrayList<>(lines());
    next.set(line, next.get(line) + 1);
    lines(List.copyOf(next));
  }

  int left(Chance chance) {
    return chance.left(this.<Long>part(BUDGET));
  }

  void budget(long packed) {
    parts[BUDGET] = packed;
  }

  void spend(Chance chance) {
    budget(this.<Long>part(BUDGET) - chance.times(1));
  }

  Past past() {
    return part(PAST);
  }

  void past(Past next) {
    parts[PAST] = next;
  }

  Trust trust() {
    return part(TRUST);
  }

  void trust(Trust next) {
    parts[TRUST] = next;
  }

  Wire wire(int index) {
    return part(WIRES + index);
  }

  void wire(int index, Wire next) {
    parts[WIRES + index] = next;
  }

  Log log(int session) {
    return part(SESSIONS + session * PER_SESSION);
  }

  boolean has(int session) {
    return parts[SESSIONS + session * PER_SESSION] instanceof Log;
  }

  void log(int session, Log next) {
    parts[SESSIONS + session * PER_SESSION] = next;
  }

  Tail tail(int session) {
    return part(SESSIONS + session * PER_SESSION + 6);
  }

  /** Something was put in the log; what stood then matters where somebody decides meanwhile. */
  void put(Setting setting, int session, Log next) {
    log(session, next);
    if (setting.hasDecided()) {
      parts[SESSIONS + session * PER_SESSION + 6] = new Tail(trust().blocks(), presence().epoch());
    }
  }

  Head head(int session) {
    return part(SESSIONS + session * PER_SESSION + 1);
  }

  void head(int session, Head next) {
    parts[SESSIONS + session * PER_SESSION + 1] = next;
  }

  Optional<Roster> roster(int session) {
    return part(SESSIONS + session * PER_SESSION + 2);
  }

  void roster(int session, Roster next) {
    parts[SESSIONS + session * PER_SESSION + 2] = Optional.of(next);
  }

  /** What the agent is owed. */
  Optional<Lag> lag(int session) {
    return part(SESSIONS + session * PER_SESSION + 3);
  }

  void lag(int session, Optional<Lag> next) {
    parts[SESSIONS + session * PER_SESSION + 3] = next;
  }

  /** The entry of {@code agent} in the index. */
  Optional<SessionIndex.Entry> entry(int session, Handle agent) {
    Map<Handle, SessionIndex.Entry> entries = part(SESSIONS + session * PER_SESSION + 4);
    return Optional.ofNullable(entries.get(agent));
  }

  void entry(int session, SessionIndex.Entry next) {
    Map<Handle, SessionIndex.Entry> entries = part(SESSIONS + session * PER_SESSION + 4);
    Map<Handle, SessionIndex.Entry> more = new TreeMap<>(entries);
    more.put(next.agent(), next);
    parts[SESSIONS + session * PER_SESSION + 4] = more;
  }

  Bells bells(int session) {
    return part(SESSIONS + session * PER_SESSION + 5);
  }

  void bells(int session, Bells next) {
    parts[SESSIONS + session * PER_SESSION + 5] = next;
  }

  boolean isBusy(int slot) {
    return parts[TASKS + 2 * slot + 1] instanceof Step<?>;
  }

  /** The step that is held in {@code slot}. */
  Step<?> step(int slot) {
    return part(TASKS + 2 * slot + 1);
  }

  /** What set it off. */
  Object cause(int slot) {
    return parts[TASKS + 2 * slot];
  }

  void hold(int slot, Object cause, Step<?> step) {
    parts[TASKS + 2 * slot] = cause;
    parts[TASKS + 2 * slot + 1] = step;
  }

  void release(int slot) {
    parts[TASKS + 2 * slot] = Optional.empty();
    parts[TASKS + 2 * slot + 1] = Optional.empty();
  }
}
