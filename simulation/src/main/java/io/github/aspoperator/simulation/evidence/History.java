package io.github.aspoperator.simulation.evidence;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What clients and owners asked for, and what they were told. */
public final class History {

  /**
   * A message that was acknowledged.
   *
   * @param key its idempotency key
   */
  public record Said(
      Handle sender, SessionId session, Optional<String> key, String messageId, long sequence) {}

  /** A session that was acknowledged. */
  public record Opened(Handle creator, Optional<String> key, SessionId session) {}

  /**
   * What somebody read of a session: all of it.
   *
   * @param sequences of the events it was answered, in order
   * @param atLeast how long the log was before
   * @param atMost how long it was afterwards, at most
   */
  public record Looked(
      Handle reader, SessionId session, List<Long> sequences, long atLeast, long atMost) {}

  /** Who was refused for somebody who has it blocked, and how one that does not exist is. */
  public record Compared(Refusal denied, Refusal absent) {}

  /** A block that stands, from the moment on when its owner was told so. */
  public record Standing(Handle blocker, Handle blocked) {}

  /** Whoever said something without a key, and where. */
  public record Asked(Handle sender, SessionId session) {}

  private final List<Asked> asked = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private final List<Opened> opened = new ArrayList<>();
  private final List<Looked> looked = new ArrayList<>();
  private final List<Compared> compared = new ArrayList<>();
  private final List<Standing> blocks = new ArrayList<>();

  /** Every message that was sent without a key, acknowledged or not. */
  public List<Asked> asked() {
    return asked;
  }

  /** Every message that was acknowledged. */
  public List<Said> said() {
    return said;
  }

  /** Every session that was acknowledged. */
  public List<Opened> opened() {
    return opened;
  }

  /** Every reading. */
  public List<Looked> looked() {
    return looked;
  }

  /** Every pair of refusals. */
  public List<Compared> compared() {
    return compared;
  }

  /** The blocks that surely stand at the end. */
  public List<Standing> blocks() {
    return blocks;
  }
}
