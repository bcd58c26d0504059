/** The operator that is judged, and the agents there. */
@NullMarked
package io.github.aspoperator.conformance.subject;

import org.jspecify.annotations.NullMarked;
