/** Who may reach whom, and that nobody can tell a denial from absence (protocol section 2). */
@NullMarked
package io.github.aspoperator.trust;

import org.jspecify.annotations.NullMarked;
