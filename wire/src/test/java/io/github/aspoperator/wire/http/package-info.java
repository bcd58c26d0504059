@NullMarked
package io.github.aspoperator.wire.http;

import org.jspecify.annotations.NullMarked;
