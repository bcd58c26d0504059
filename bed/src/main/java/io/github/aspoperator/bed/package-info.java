/** The whole stack of template.yaml on one machine, for tests and for people; never deployed. */
@NullMarked
package io.github.aspoperator.bed;

import org.jspecify.annotations.NullMarked;
