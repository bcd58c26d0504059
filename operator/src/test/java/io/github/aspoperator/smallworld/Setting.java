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

  /** Topics of a world: what it leaves out, it does not pay for. */
  private enum Topic {
    /** Events are handed over, and what arrives is checked. */
    DELIVERY,
    /** Presence is brought into the sessions. */
    PRESENCE,
    /** A block may be written. */
    BLOCKS,
    /** The agent's token may be replaced. */
    TOKEN,
    /** The agent is connected at first. */
    CONNECTED,
    /** The peer is connected throughout. */
    PEER_CONNECTED,
    /** A connection may be opened while another is recorded. */
    BESIDE,
    /** The answer to a handshake takes its time. */
    ANSWERS_LATER,
    /** Bells that wait may be answered as one. */
    COALESCED,
    /** The peer is connected no more, and lags. */
    PEER_LAGS
  }

  private final String name;
  private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
  private final List<List<Act.Says>> before = new ArrayList<>();
  private final List<Act.Says> behind = new ArrayList<>();
  private final List<List<Act>> lines = new ArrayList<>();
  private final List<Log> roots = List.of(Log.empty(Cast.session(0)), Log.empty(Cast.session(1)));
  private long chances;
  private int drains = 1;
  private int jobsAtOnce = 1;
  private DeliveryLimits limits = DeliveryLimits.DEFAULT;
  private Windows windows = Windows.DEFAULT;

  private Setting(String name) {
    this.name = name;
  }

  /** Events are handed over to the agent and to a peer that is always connected. */
  static Setting delivery(String name) {
    return new Setting(name).with(Topic.DELIVERY).with(Topic.PEER_CONNECTED);
  }

  /** Presence is brought into the sessions of the agent. */
  static Setting presence(String name) {
    return new Setting(name).with(Topic.PRESENCE).with(Topic.CONNECTED);
  }

  /** A block races whoever comes in. */
  static Setting blocks(String name) {
    return new Setting(name).with(Topic.BLOCKS);
  }

  /** The agent's token is replaced. */
  static Setting token(String name) {
    return new Setting(name).with(Topic.TOKEN).with(Topic.CONNECTED);
  }

  private Setting with(Topic topic) {
    topics.add(topic);
    return this;
  }

  /** The agent is connected at first. */
  Setting connected() {
    return with(Topic.CONNECTED);
  }

  /** Connections come beside others, be it that those are about to go. */
  Setting beside() {
    return with(Topic.BESIDE);
  }

  /** A handshake is answered some time after its connection was recorded. */
  Setting answersLater() {
    return with(Topic.ANSWERS_LATER);
  }

  /** The peer is not connected, and owed something; it may catch up once. */
  Setting otherLags() {
    topics.remove(Topic.PEER_CONNECTED);
    return with(Topic.PEER_LAGS).may(1, Chance.OTHER_CATCHES_UP);
  }

  /** The last of the sessions holds more than was drained, and its bells are lost but for one. */
  Setting behind(Act.Says... acts) {
    behind.addAll(List.of(acts));
    return this;
  }

  /** Bells that wait may be answered as one. */
  Setting coalesced() {
    return with(Topic.COALESCED);
  }

  /** What the log of one session holds already, drained and handed over. */
  Setting before(Act.Says... acts) {
    before.add(List.of(acts));
    return this;
  }

  /** What one writer does, one after the other. */
  Setting line(Act... acts) {
    lines.add(List.of(acts));
    return this;
  }

  Setting may(int times, Chance chance) {
    chances += chance.times(times);
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
    limits =
        new DeliveryLimits(
            limits.pageBytes(),
            run,
            limits.youngMillis(),
            limits.stretchMillis(),
            limits.stretchSessions(),
            limits.slice(),
            limits.slices());
    return this;
  }

  /** One commit is read at a time, one event sent in a slice, one slice done in a replay. */
  Setting smallest() {
    limits =
        new DeliveryLimits(
            1,
            limits.inlineRun(),
            limits.youngMillis(),
            limits.stretchMillis(),
            limits.stretchSessions(),
            1,
            1);
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

  /** Whether bells of {@code session} are answered. */
  boolean drains(int session) {
    return followsDelivery() || hasBlocks() || session > 0;
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

  boolean followsDelivery() {
    return topics.contains(Topic.DELIVERY);
  }

  boolean followsPresence() {
    return topics.contains(Topic.PRESENCE);
  }

  /** Whether anybody reads the index entries of {@code agent}. */
  boolean keepsEntries(Handle agent) {
    return hasBlocks() || agent.equals(Cast.AGENT);
  }

  boolean hasBlocks() {
    return topics.contains(Topic.BLOCKS);
  }

  boolean replacesToken() {
    return topics.contains(Topic.TOKEN);
  }

  boolean isConnected() {
    return topics.contains(Topic.CONNECTED);
  }

  boolean peerIsConnected() {
    return topics.contains(Topic.PEER_CONNECTED);
  }

  boolean opensBeside() {
    return topics.contains(Topic.BESIDE);
  }

  boolean answersTakeTime() {
    return topics.contains(Topic.ANSWERS_LATER);
  }

  boolean peerLags() {
    return topics.contains(Topic.PEER_LAGS);
  }

  boolean coalesces() {
    return topics.contains(Topic.COALESCED);
  }

  boolean timePasses() {
    return Chance.TIME.left(chances) > 0;
  }

  /** Whether {@code job} matters here. */
  boolean runs(Job job) {
    return switch (job) {
      case Job.Replay(var agent) -> followsDelivery() && agent.equals(Cast.AGENT);
      case Job.Attend _, Job.AttendOne _, Job.GraceOver _ -> followsPresence();
      case Job.Drop _ -> true;
      case Job.ForceLeave _, Job.EnforceBlock _ -> hasBlocks();
      case Job.Withdraw _, Job.WithdrawAll _, Job.Drain _ -> false;
    };
  }
}
