/** A suite that judges any operator of the Agent Session Protocol from outside. */
@NullMarked
package io.github.aspoperator.conformance;

import org.jspecify.annotations.NullMarked;
