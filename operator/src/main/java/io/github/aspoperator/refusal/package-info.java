/** The closed catalogue of what an operator refuses (protocol section 6). */
@NullMarked
package io.github.aspoperator.refusal;

import org.jspecify.annotations.NullMarked;
