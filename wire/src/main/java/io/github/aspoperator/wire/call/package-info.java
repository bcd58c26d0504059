/** Calls from request to reply: decode, call, encode; the same for every home. */
@NullMarked
package io.github.aspoperator.wire.call;

import org.jspecify.annotations.NullMarked;
