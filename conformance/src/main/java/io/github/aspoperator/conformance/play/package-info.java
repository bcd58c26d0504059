/**
 * What a check plays with: agents, their calls, their connections, and everything that was said.
 */
@NullMarked
package io.github.aspoperator.conformance.play;

import org.jspecify.annotations.NullMarked;
