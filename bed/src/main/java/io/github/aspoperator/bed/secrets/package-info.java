/** A Secrets Manager that knows the template's secrets. */
@NullMarked
package io.github.aspoperator.bed.secrets;

import org.jspecify.annotations.NullMarked;
