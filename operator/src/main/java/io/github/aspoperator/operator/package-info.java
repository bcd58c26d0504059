/** The front door: the calls of agents and owners, each in one method. */
@NullMarked
package io.github.aspoperator.operator;

import org.jspecify.annotations.NullMarked;
