package io.github.aspoperator.soak.home;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.bed.endpoint.ServiceAnswer;
import io.github.aspoperator.bed.endpoint.ServiceFault;
import io.github.aspoperator.bed.template.FunctionSpec;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.soak.client.Call.Answer;
import io.github.aspoperator.soak.fault.Fault;
import io.github.aspoperator.soak.fault.Faults;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** The AWS stack of the template on this machine, each function in processes of its own. */
public final class BedHome implements Home {

  private static final Windows WINDOWS = new Windows(2_000, OptionalLong.of(15_000), 0);

  /** A post may be waited for before the operator takes a connection for lost. */
  private static final long DOUBT_MILLIS = 3_000;

  /** Acknowledged between two faults: a function that was killed takes a second to start. */
  private static final int PROGRESS = 5;

  /**
   * Several functions that start at once may take longer here than all of a usual stretch: what is
   * owed to a connection would be too old by the time it is told.
   */
  private static final int STRETCH_SECONDS = 180;

  private static final int FAILED = 500;
  private static final long POLL_MILLIS = 5;
  private static final long KILL_MILLIS = 5_000;

  private final Faults faults;
  private final Meter meter;
  private final Bed bed;
  private final SessionLog log;

  /**
   * Starts it.
   *
   * @param template of the stack
   * @param folder for what the functions log
   * @param processes which functions have processes of their own, by their logical ids
   * @param meter what clients notice
   */
  public BedHome(
      Path template, Path folder, Predicate<String> processes, Faults faults, Meter meter)
      throws InterruptedException {
    this.faults = faults;
    this.meter = meter;
    this.bed =
        Bed.start(
            BedOptions.of(template)
                .with(
                    Map.of(
                        "FunctionMemory", "256",
                        "ReservedConcurrency", "2",
                        "AwaySeconds", "2",
                        "GraceSeconds", "15",
                        "StretchSeconds", String.valueOf(STRETCH_SECONDS)))
                .processes(processes, folder)
                .keepingTime());
    this.log = new Aws(new Settings(bed.environment("SweepFunction"))).ports().log();
    for (FunctionSpec function : bed.template().functions()) {
      if (processes.test(function.id())) {
        bed.lambda().prepare(function.id());
      }
    }
    faults.never(Fault.FREEZE, "functions are killed here, and restarted by whoever invokes them");
    faults.never(Fault.FULL_DISK, "its tables are not on a disk");
    faults.never(Fault.SLOW_DISK, "its tables are not on a disk");
  }

  @Override
  public String name() {
    return "bed";
  }

  @Override
  public URI url() {
    return bed.url();
  }

  @Override
  public String adminToken() {
    return bed.adminToken();
  }

  @Override
  public Windows windows() {
    return WINDOWS;
  }

  @Override
  public Load load() {
    return new Load(1, 500, 40_000, 100);
  }

  @Override
  public List<Fault> faults() {
    List<Fault> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(Fault.KILL);
    }
    all.addAll(List.of(Fault.LOST_DISCONNECT, Fault.THROTTLE));
    return all;
  }

  @Override
  public void rest(RandomGenerator draw) throws InterruptedException {
    bed.ledger().clear();
    long before = meter.acknowledged();
    Thread.sleep(1_000 + draw.nextInt(2_000));
    meter.awaitAcknowledged(before + PROGRESS);
  }

  @Override
  public void strike(Fault fault, RandomGenerator draw) throws InterruptedException {
    switch (fault) {
      case KILL -> kill(draw);
      case LOST_DISCONNECT -> {
        bed.sockets().tellEnds(false);
        faults.struck(fault);
        Thread.sleep(2_000 + draw.nextInt(4_000));
        bed.sockets().tellEnds(true);
      }
      case THROTTLE -> {
        bed.services().disturb(busy(draw.nextInt(20, 60)));
        faults.struck(fault);
        Thread.sleep(1_000 + draw.nextInt(3_000));
        bed.services().disturb(ServiceFault.NONE);
      }
      case FREEZE, VANISH, HALF_OPEN, RESET, CROWD, FULL_DISK, SLOW_DISK ->
          throw new IllegalArgumentException(fault + " is not for this home");
    }
  }

  /** One that handles an event, if there is one soon. */
  private void kill(RandomGenerator draw) throws InterruptedException {
    long end = System.currentTimeMillis() + KILL_MILLIS;
    List<String> busy = bed.lambda().busy();
    while (busy.isEmpty() && System.currentTimeMillis() < end) {
      Thread.sleep(POLL_MILLIS);
      busy = bed.lambda().busy();
    }
    if (!busy.isEmpty()) {
      bed.kill(busy.get(draw.nextInt(busy.size())));
      faults.struck(Fault.KILL);
    }
  }

  private static ServiceFault busy(int percent) {
    return (call, service) ->
        call.service().equals("DynamoDB") && ThreadLocalRandom.current().nextInt(100) < percent
            ? ServiceAnswer.failure(400, "ProvisionedThroughputExceededException", "slow down")
            : service.answer(call);
  }

  @Override
  public void recover() {
    bed.services().disturb(ServiceFault.NONE);
    bed.sockets().tellEnds(true);
  }

  @Override
  public long knewAt(long now) {
    return now - DOUBT_MILLIS;
  }

  /** The gateway answers for functions that died, in its own way. */
  @Override
  public boolean explains(int status) {
    return status >= FAILED;
  }

  @Override
  public boolean explains(Answer answer) {
    return explains(answer.status());
  }

  @Override
  public Map<SessionId, List<Commit>> look(Collection<SessionId> sessions) {
    return Kept.of(log, sessions);
  }

  /** Its tables stay as they are, as a stack's do. */
  @Override
  public void stop() {}

  @Override
  public Map<SessionId, List<Commit>> kept(Collection<SessionId> sessions) {
    return look(sessions);
  }

  /** Nothing of it is ever gone as a whole. */
  @Override
  public long longestOutage() {
    return 0;
  }

  @Override
  public void close() {
    bed.close();
  }
}
