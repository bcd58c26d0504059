package io.github.aspoperator.local.socket;

/**
 * How long a connection may show no sign of life; a test has less patience.
 *
 * @param sweepMillis how often {@link Sockets#sweep} is to be called
 * @param stallMillis how long a connection may leave unwritten what was handed to it
 * @param silenceMillis after how long one from which nothing comes, not even answers to pings, is
 *     dead
 */
public record Patience(long sweepMillis, long stallMillis, long silenceMillis) {

  public static final Patience USUAL = new Patience(15_000, 10_000, 45_000);
}
