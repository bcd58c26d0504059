/** The gateway's own parts, one by one. */
@NullMarked
package io.github.aspoperator.bed.gateway;

import org.jspecify.annotations.NullMarked;
