package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.DeliveryLimits;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.presence.Windows;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What there is in one small world, and what may befall it. */
final class Setting {

  /** The most connections of the agent. */
  static final int CONNECTIONS = 3;

  /** The most sessions. */
  static final int SESSIONS = 2;

  private final String name;
  private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
  private final Set<Breach> breaches = EnumSet.noneOf(Breach.class);
  private final List<List<Act.Says>> before = new ArrayList<>();
  private final List<Act.Says> behind = new ArrayList<>();
  private final List<List<Act>> lines = new ArrayList<>();
  private final List<Log> roots = List.of(Log.empty(Cast.session(0)), Log.empty(Cast.session(1)));
  private long chances;
  private int drains = 1;
  private int jobsAtOnce = 1;

  /** Presences are read one by one, so that each of those reads is a step of its own. */
  private DeliveryLimits limits = DeliveryLimits.DEFAULT.reading(1);

  private Windows windows = Windows.DEFAULT;

  private Setting(String name) {
    this.name = name;
  }

  /** A world that is about {@code topics}. */
  static Setting of(String name, Topic... topics) {
    Setting setting = new Setting(name);
    setting.topics.addAll(List.of(topics));
    return setting;
  }

  private Setting with(Topic topic) {
    topics.add(topic);
    return this;
  }

  /** The agent is connected at first. */
  Setting connected() {
    return with(Topic.CONNECTED);
  }

  /** Another connection is recorded beside it, long ago, whose handshake has died. */
  Setting halfConnected() {
    return with(Topic.HALF_CONNECTED);
  }

  /** Connections come beside others, be it that those are about to go. */
  Setting beside() {
    return with(Topic.BESIDE);
  }

  /** A handshake is answered some time after its connection was recorded. */
  Setting answersLater() {
    return with(Topic.ANSWERS_LATER);
  }

  /** Bells that wait may be answered as one. */
  Setting coalesced() {
    return with(Topic.COALESCED);
  }

  /** The peer is not connected, and owed something; it may catch up once. */
  Setting otherLags() {
    topics.remove(Topic.PEER_CONNECTED);
    return with(Topic.PEER_LAGS).may(1, Chance.OTHER_CATCHES_UP);
  }

  /** What the log of one session, then of the next one, holds already, drained and handed over. */
  Setting before(Act.Says... acts) {
    before.add(List.of(acts));
    return this;
  }

  /** What the first one holds besides, not drained, its bells lost but for one that names none. */
  Setting behind(Act.Says... acts) {
    behind.addAll(List.of(acts));
    return this;
  }

  /** What one writer does, one after the other. */
  Setting line(Act... acts) {
    lines.add(List.of(acts));
    return this;
  }

  /** What may befall it. */
  Setting may(int times, Chance chance) {
    chances += chance.times(times);
    return this;
  }

  /** A port breaks its contract. */
  Setting breaking(Breach breach) {
    breaches.add(breach);
    return this;
  }

  /** Two drains of a session may be at work at once. */
  Setting twoDrains() {
    drains = 2;
    return this;
  }

  /** Two jobs may be at work at once. */
  Setting twoJobs() {
    jobsAtOnce = 2;
    return this;
  }

  /** Runs of more than {@code run} events are left to the replay. */
  Setting inline(int run) {
    return limits(limits.pageBytes(), run, limits.slice(), limits.slices());
  }

  /** One commit is read at a time, one event sent in a slice, one slice done in a replay. */
  Setting smallest() {
    return limits(1, limits.inlineRun(), 1, 1);
  }

  private Setting limits(int pageBytes, int inlineRun, int slice, int slices) {
    limits =
        new DeliveryLimits(
            pageBytes,
            inlineRun,
            limits.youngMillis(),
            limits.stretchMillis(),
            limits.stretchSessions(),
            slice,
            slices,
            limits.presences());
    return this;
  }

  /** A stretch reaches {@code millis} back. */
  Setting stretching(long millis) {
    limits = limits.stretching(millis);
    return this;
  }

  /** Nobody is made to leave for being away. */
  Setting graceless() {
    windows = new Windows(windows.awayMillis(), OptionalLong.empty(), windows.senderMillis());
    return this;
  }

  String name() {
    return name;
  }

  boolean has(Topic topic) {
    return topics.contains(topic);
  }

  boolean breaks(Breach breach) {
    return breaches.contains(breach);
  }

  List<List<Act.Says>> before() {
    return before;
  }

  List<Act.Says> behind() {
    return behind;
  }

  List<List<Act>> lines() {
    return lines;
  }

  /** The root of all logs of {@code session}. */
  Log root(int session) {
    return roots.get(session);
  }

  long chances() {
    return chances;
  }

  DeliveryLimits limits() {
    return limits;
  }

  Windows windows() {
    return windows;
  }

  /** How many of {@code lane} may be at work at once. */
  int atOnce(Lane lane) {
    return switch (lane) {
      case DRAIN -> drains;
      case JOB -> jobsAtOnce;
      case REPLAY, CALL, ERRAND -> lane.width();
    };
  }

  boolean timePasses() {
    return Chance.TIME.left(chances) > 0;
  }

  /** Whether no pass of a drain can lose its head, or die. */
  boolean keepsItsHeads() {
    return drains == 1
        && Chance.CRASH.left(chances) == 0
        && Chance.OTHER_CATCHES_UP.left(chances) == 0;
  }

  /** Whether bells of {@code session} are answered. */
  boolean drains(int session) {
    return has(Topic.DELIVERY) || has(Topic.BLOCKS) || has(Topic.REMOVAL) || session > 0;
  }

  /** Whether anybody reads the index entries of {@code agent}. */
  boolean keepsEntries(Handle agent) {
    return has(Topic.BLOCKS) || agent.equals(Cast.AGENT);
  }

  /** Whether a call that brings somebody in is held between its reads and its put. */
  boolean hasDecided() {
    return lines.stream().flatMap(List::stream).anyMatch(Act.Calls.class::isInstance);
  }

  /** Whether {@code job} matters here. */
  boolean runs(Job job) {
    return switch (job) {
      case Job.Replay(var agent) -> has(Topic.DELIVERY) && agent.equals(Cast.AGENT);
      case Job.Attend _, Job.AttendOne _, Job.GraceOver _ -> has(Topic.PRESENCE);
      case Job.Drop _ -> true;
      case Job.ForceLeave _, Job.EnforceBlock _ -> has(Topic.BLOCKS);
      case Job.Withdraw _, Job.WithdrawAll _ -> has(Topic.REMOVAL);
      case Job.Drain _ -> false;
    };
  }
}
