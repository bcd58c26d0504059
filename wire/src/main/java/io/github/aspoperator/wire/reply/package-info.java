/**
 * What the operator answers, as JSON and HTTP: replies, errors, events (protocol sections 3, 5, 6
 * and 7).
 */
@NullMarked
package io.github.aspoperator.wire.reply;

import org.jspecify.annotations.NullMarked;
