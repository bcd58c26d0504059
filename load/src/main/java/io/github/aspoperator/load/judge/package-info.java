/**
 * What arrived where, kept as plain numbers, and the verdict over it: lost, repeated, out of order,
 * not for this agent.
 */
@NullMarked
package io.github.aspoperator.load.judge;

import org.jspecify.annotations.NullMarked;
