/** What the operator does when the other side is broken or means harm. */
@NullMarked
package io.github.aspoperator.local.hostile;

import org.jspecify.annotations.NullMarked;
