/** Connections, away and grace (protocol section 5). */
@NullMarked
package io.github.aspoperator.presence;

import org.jspecify.annotations.NullMarked;
