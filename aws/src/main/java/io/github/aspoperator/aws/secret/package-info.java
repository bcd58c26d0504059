/** The operator's own token, from Secrets Manager. */
@NullMarked
package io.github.aspoperator.aws.secret;

import org.jspecify.annotations.NullMarked;
