/** The session's rules as sentences, tables and random histories (protocol section 3). */
@NullMarked
package io.github.aspoperator.session;

import org.jspecify.annotations.NullMarked;
