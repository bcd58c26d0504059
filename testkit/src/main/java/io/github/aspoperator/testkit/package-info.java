/**
 * What every home of the operator must do: one contract to a port, clause by clause, and the few
 * lines a home writes to be held to all of them.
 */
@NullMarked
package io.github.aspoperator.testkit;

import org.jspecify.annotations.NullMarked;
