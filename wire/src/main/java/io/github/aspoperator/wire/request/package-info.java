/** Request bodies into what the operator is asked (protocol sections 3, 4 and 7). */
@NullMarked
package io.github.aspoperator.wire.request;

import org.jspecify.annotations.NullMarked;
