package io.github.aspoperator.soak.home;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.soak.client.Call.Answer;
import io.github.aspoperator.soak.fault.Fault;
import io.github.aspoperator.soak.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** The local operator: {@code local.jar} on a disk of its own, where there can be one. */
public final class LocalHome implements Home {

  private static final Windows WINDOWS = new Windows(1_000, OptionalLong.of(10_000), 0);

  /** The operator notes every second that it lives. */
  private static final long BEAT_MILLIS = 1_500;

  /** Acknowledged between two faults, so that each strikes in the middle of something. */
  private static final int PROGRESS = 30;

  private final Faults faults;
  private final Meter meter;
  private final Path folder;
  private final Hardship hardship;
  private final Path data;
  private final OperatorProcess operator;
  private volatile long troubledSince = Long.MAX_VALUE;

  /**
   * Starts it.
   *
   * @param jar {@code local.jar}
   * @param folder empty; for everything it writes
   * @param meter what clients notice
   */
  public LocalHome(Path jar, Path folder, Faults faults, Meter meter) throws InterruptedException {
    this.faults = faults;
    this.meter = meter;
    this.folder = folder;
    this.hardship = new Hardship(folder, faults, meter);
    this.data = hardship.root().resolve("data");
    this.operator =
        new OperatorProcess(
            jar,
            data,
            folder,
            List.of("--away", "1", "--grace", "10", "--stretch", "60"),
            hardship.throttle());
    faults.never(Fault.LOST_DISCONNECT, "there is no gateway in between");
    faults.never(Fault.THROTTLE, "its tables are files");
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public URI url() {
    return operator.url();
  }

  @Override
  public String adminToken() {
    try {
      return Files.readString(data.resolve("admin-token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Windows windows() {
    return WINDOWS;
  }

  @Override
  public Load load() {
    return new Load(4, 70, 15_000, 2_000);
  }

  @Override
  public List<Fault> faults() {
    List<Fault> all = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      all.add(Fault.KILL);
    }
    all.addAll(List.of(Fault.FREEZE, Fault.FREEZE));
    all.addAll(hardship.faults());
    return all;
  }

  @Override
  public void rest(RandomGenerator draw) throws InterruptedException {
    long before = meter.acknowledged();
    Thread.sleep(1_000 + draw.nextInt(3_000));
    meter.awaitAcknowledged(before + PROGRESS);
  }

  @Override
  public void strike(Fault fault, RandomGenerator draw) throws InterruptedException {
    switch (fault) {
      case KILL -> kill(draw.nextInt(4) == 0 ? draw.nextInt(2_000) : 0);
      case FREEZE -> freeze(1_000 + draw.nextInt(draw.nextInt(4) == 0 ? 19_000 : 5_000), draw);
      case FULL_DISK -> during(() -> hardship.full(3_000 + draw.nextInt(3_000)), draw);
      case SLOW_DISK -> during(() -> hardship.slow(5_000 + draw.nextInt(4_000)), draw);
      case VANISH, HALF_OPEN, RESET, CROWD, LOST_DISCONNECT, THROTTLE ->
          throw new IllegalArgumentException(fault + " is not for this home");
    }
  }

  private void kill(long away) throws InterruptedException {
    operator.kill();
    faults.struck(Fault.KILL);
    Thread.sleep(away);
    operator.start();
    troubledSince = Long.MAX_VALUE;
  }

  private void freeze(long millis, RandomGenerator draw) throws InterruptedException {
    troubledSince = System.currentTimeMillis();
    operator.signal("STOP");
    faults.struck(Fault.FREEZE);
    Thread.sleep(millis);
    operator.stoodStill(millis);
    if (draw.nextInt(3) == 0) {
      kill(0);
    } else {
      operator.signal("CONT");
      over();
    }
  }

  private interface Trouble {
    void happen() throws InterruptedException;
  }

  /** It may be killed in the middle of it, or shortly behind. */
  private void during(Trouble trouble, RandomGenerator draw) throws InterruptedException {
    troubledSince = System.currentTimeMillis();
    trouble.happen();
    if (draw.nextInt(3) == 0) {
      kill(0);
    } else {
      over();
    }
  }

  private void over() throws InterruptedException {
    Thread.sleep(2 * BEAT_MILLIS);
    troubledSince = Long.MAX_VALUE;
  }

  @Override
  public void recover() throws InterruptedException {
    hardship.end();
    if (!operator.isAlive()) {
      operator.start();
    }
  }

  @Override
  public long knewAt(long now) {
    return Math.min(now, troubledSince) - BEAT_MILLIS;
  }

  @Override
  public boolean explains(int status) {
    return status == 503;
  }

  @Override
  public boolean explains(Answer answer) {
    return explains(answer.status())
        && answer.retryAfter()
        && answer.json().at("/error/code").asText().equals("UNAVAILABLE");
  }

  @Override
  public Map<SessionId, List<Commit>> look(Collection<SessionId> sessions) {
    return KeptFiles.copied(data, folder.resolve("copy"), sessions);
  }

  @Override
  public void stop() throws InterruptedException {
    operator.stop();
  }

  @Override
  public Map<SessionId, List<Commit>> kept(Collection<SessionId> sessions) {
    return KeptFiles.in(data, sessions);
  }

  @Override
  public long longestOutage() {
    return operator.longestOutage();
  }

  @Override
  public void close() {
    operator.close();
    hardship.close();
  }
}
