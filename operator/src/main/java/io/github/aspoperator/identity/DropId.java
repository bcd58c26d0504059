package io.github.aspoperator.identity;

/**
 * Names one attempt to record that the last connection dropped; timers act only for the attempt
 * that was written.
 *
 * @param ulid fresh
 */
public record DropId(Ulid ulid) {}
