/** How handles, ids and tokens are spelled (protocol section 1). */
@NullMarked
package io.github.aspoperator.identity;

import org.jspecify.annotations.NullMarked;
