@NullMarked
package io.github.aspoperator.wire.request;

import org.jspecify.annotations.NullMarked;
