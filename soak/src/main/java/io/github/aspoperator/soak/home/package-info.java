/** The two homes of the operator, as processes that can be hurt. */
@NullMarked
package io.github.aspoperator.soak.home;

import org.jspecify.annotations.NullMarked;
