/** A model of DynamoDB tables, exact in what the operator asks of them. */
@NullMarked
package io.github.aspoperator.simulation.table;

import org.jspecify.annotations.NullMarked;
