/**
 * Real processes under load, with faults at random moments, and the judgement of what came of it.
 */
@NullMarked
package io.github.aspoperator.soak;

import org.jspecify.annotations.NullMarked;
