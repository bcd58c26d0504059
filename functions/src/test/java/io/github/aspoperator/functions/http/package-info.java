/** Tests of the calls over HTTP. */
@NullMarked
package io.github.aspoperator.functions.http;

import org.jspecify.annotations.NullMarked;
