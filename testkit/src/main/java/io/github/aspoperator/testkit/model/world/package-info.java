/** The reference: what docs/protocol.md says in sections 2, 3 and 5, kept as naively as can be. */
@NullMarked
package io.github.aspoperator.testkit.model.world;

import org.jspecify.annotations.NullMarked;
