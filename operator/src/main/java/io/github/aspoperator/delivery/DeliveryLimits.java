package io.github.aspoperator.delivery;

import io.github.aspoperator.presence.Presence;

/**
 * Sizes and spans of delivery.
 *
 * @param pageBytes bytes of bodies read from the log at once
 * @param inlineRun the longest run that the drain hands over itself
 * @param youngMillis how long a connection that the transport does not know may be one that is not
 *     open yet
 * @param stretchMillis how far back a connection opened beside another, or after an unclean drop,
 *     is told again
 * @param stretchSessions in how many sessions, the newest ones
 * @param slice events handed over between two notes of the mark
 * @param slices slices of one replay before it lets others of the same agent in
 * @param presences presence items that a drain reads at once
 */
public record DeliveryLimits(
    int pageBytes,
    int inlineRun,
    long youngMillis,
    long stretchMillis,
    int stretchSessions,
    int slice,
    int slices,
    int presences) {

  /** What protocol section 5 asks for. */
  public static final DeliveryLimits DEFAULT =
      new DeliveryLimits(1 << 20, 20, 30_000, 60_000, 200, 500, 64, 100);

  /**
   * How long a finished lag is kept, in milliseconds: a stretch before the first of connections
   * that ended untold, and as long again until the last of them is told.
   */
  public long lagMillis() {
    return 2 * (stretchMillis + Presence.LONGEST_UNTOLD);
  }

  /**
   * How long a connection waits for a drain to come to its agent's becoming-joined, in
   * milliseconds: longer than a drain may live.
   */
  public long waitMillis() {
    return 3 * youngMillis;
  }

  /** With a stretch that reaches {@code millis} back. */
  public DeliveryLimits stretching(long millis) {
    return new DeliveryLimits(
        pageBytes, inlineRun, youngMillis, millis, stretchSessions, slice, slices, presences);
  }

  /** With {@code items} presence items read at once. */
  public DeliveryLimits reading(int items) {
    return new DeliveryLimits(
        pageBytes, inlineRun, youngMillis, stretchMillis, stretchSessions, slice, slices, items);
  }

  /** With {@code number} slices of one replay before it lets others in. */
  public DeliveryLimits yielding(int number) {
    return new DeliveryLimits(
        pageBytes,
        inlineRun,
        youngMillis,
        stretchMillis,
        stretchSessions,
        slice,
        number,
        presences);
  }
}
