package io.github.aspoperator.session;

/**
 * 128 bits of the SHA-256 of a canonical request body: equal for equal bodies, however they were
 * spelled.
 *
 * @param high the first 64 bits
 * @param low the next 64
 */
public record Fingerprint(long high, long low) {}
