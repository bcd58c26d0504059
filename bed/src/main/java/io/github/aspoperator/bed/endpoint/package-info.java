/** The one address behind which every AWS service of the bed answers, and fails on demand. */
@NullMarked
package io.github.aspoperator.bed.endpoint;

import org.jspecify.annotations.NullMarked;
