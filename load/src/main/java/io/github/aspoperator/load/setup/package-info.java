/** What must exist before a run: agents, sessions, and the plain blocking calls that make them. */
@NullMarked
package io.github.aspoperator.load.setup;

import org.jspecify.annotations.NullMarked;
