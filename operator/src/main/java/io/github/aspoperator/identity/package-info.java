/** Who is who: handles, owners, tokens, identifiers (protocol section 1). */
@NullMarked
package io.github.aspoperator.identity;

import org.jspecify.annotations.NullMarked;
