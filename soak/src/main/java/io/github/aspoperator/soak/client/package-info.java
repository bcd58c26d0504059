/**
 * An agent's side of the wire: calls, and connections that can end in every way a connection ends.
 */
@NullMarked
package io.github.aspoperator.soak.client;

import org.jspecify.annotations.NullMarked;
