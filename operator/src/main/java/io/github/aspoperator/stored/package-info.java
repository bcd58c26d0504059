/**
 * The bytes in which a home keeps commits, rosters, presences and jobs: compact, versioned, the
 * same in every database.
 */
@NullMarked
package io.github.aspoperator.stored;

import org.jspecify.annotations.NullMarked;
