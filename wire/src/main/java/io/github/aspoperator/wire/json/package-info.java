/**
 * JSON as the protocol wants it read and written: strictly, and without ever changing what was sent
 * (protocol section 4).
 *
 * <p>Jackson finds the tokens. What it leaves to us is here: UTF-8 without exception, names that
 * come twice, depth, pointers to the place of an error, and content cut out as it was sent.
 *
 * <p>The writer is our own: stored content goes into a reply as the bytes it is, between a handful
 * of names and words that need no escapes.
 */
@NullMarked
package io.github.aspoperator.wire.json;

import org.jspecify.annotations.NullMarked;
