/** Who may reach whom: policies, allowlists, blocks (protocol section 2). */
@NullMarked
package io.github.aspoperator.trust;

import org.jspecify.annotations.NullMarked;
