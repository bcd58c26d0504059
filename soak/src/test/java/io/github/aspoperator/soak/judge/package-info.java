/** What a judge must see. */
@NullMarked
package io.github.aspoperator.soak.judge;

import org.jspecify.annotations.NullMarked;
