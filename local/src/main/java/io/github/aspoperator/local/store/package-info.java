/**
 * Every port of the operator on one embedded database: a single writer that commits in groups,
 * small rows written behind, point reads from memory. One process to a data directory.
 */
@NullMarked
package io.github.aspoperator.local.store;

import org.jspecify.annotations.NullMarked;
