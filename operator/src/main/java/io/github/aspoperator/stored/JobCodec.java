package io.github.aspoperator.stored;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.job.Job;
import java.util.Optional;

/** A {@link Job} as bytes. */
public final class JobCodec {

  private static final Format FORMAT = new Format("job", 1);

  private static final int REPLAY = 1;
  private static final int ATTEND = 2;
  private static final int ATTEND_ONE = 3;
  private static final int GRACE_OVER = 4;
  private static final int FORCE_LEAVE = 5;
  private static final int WITHDRAW = 6;
  private static final int WITHDRAW_ALL = 7;
  private static final int DRAIN = 8;
  private static final int ENFORCE_BLOCK = 9;
  private static final int DROP = 10;

  private JobCodec() {}

  /** The bytes of {@code job}. */
  public static byte[] encode(Job job) {
    Out out = new Out();
    switch (job) {
      case Job.Replay replay -> out.tag(REPLAY).handle(replay.agent());
      case Job.Attend attend -> {
        out.tag(ATTEND).handle(attend.agent()).flag(attend.onlyFor().isPresent());
        attend.onlyFor().ifPresent(drop -> out.ulid(drop.ulid()));
        before(out, attend.before());
      }
      case Job.AttendOne one -> out.tag(ATTEND_ONE).handle(one.agent()).ulid(one.session().ulid());
      case Job.GraceOver over -> out.tag(GRACE_OVER).handle(over.agent()).ulid(over.drop().ulid());
      case Job.ForceLeave force ->
          out.tag(FORCE_LEAVE)
              .ulid(force.session().ulid())
              .handle(force.blocker())
              .handle(force.blocked());
      case Job.Withdraw withdraw ->
          out.tag(WITHDRAW).ulid(withdraw.session().ulid()).handle(withdraw.agent());
      case Job.WithdrawAll all -> {
        out.tag(WITHDRAW_ALL).handle(all.agent());
        before(out, all.before());
      }
      case Job.EnforceBlock block -> {
        out.tag(ENFORCE_BLOCK).handle(block.blocker()).handle(block.blocked());
        before(out, block.before());
      }
      case Job.Drop drop -> out.tag(DROP).handle(drop.agent()).text(drop.connection().text());
      case Job.Drain drain -> out.tag(DRAIN).ulid(drain.session().ulid());
    }
    return FORMAT.seal(out);
  }

  /**
   * The job that {@link #encode} made {@code bytes} of.
   *
   * @throws Unreadable when they are cut short, of another version or no job
   */
  public static Job decode(byte[] bytes) {
    return FORMAT.open(bytes, JobCodec::decode);
  }

  private static Job decode(In in) {
    return switch (in.tag()) {
      case REPLAY -> new Job.Replay(in.handle());
      case ATTEND -> new Job.Attend(in.handle(), drop(in), before(in));
      case ATTEND_ONE -> new Job.AttendOne(in.handle(), session(in));
      case GRACE_OVER -> new Job.GraceOver(in.handle(), new DropId(in.ulid()));
      case FORCE_LEAVE -> new Job.ForceLeave(session(in), in.handle(), in.handle());
      case WITHDRAW -> new Job.Withdraw(session(in), in.handle());
      case WITHDRAW_ALL -> new Job.WithdrawAll(in.handle(), before(in));
      case ENFORCE_BLOCK -> new Job.EnforceBlock(in.handle(), in.handle(), before(in));
      case DROP -> new Job.Drop(in.handle(), new ConnectionId(in.text()));
      case DRAIN -> new Job.Drain(session(in));
      default -> throw in.senseless();
    };
  }

  private static void before(Out out, Optional<SessionId> before) {
    out.flag(before.isPresent());
    before.ifPresent(session -> out.ulid(session.ulid()));
  }

  private static Optional<SessionId> before(In in) {
    return in.flag() ? Optional.of(session(in)) : Optional.empty();
  }

  private static Optional<DropId> drop(In in) {
    return in.flag() ? Optional.of(new DropId(in.ulid())) : Optional.empty();
  }

  private static SessionId session(In in) {
    return new SessionId(in.ulid());
  }
}
