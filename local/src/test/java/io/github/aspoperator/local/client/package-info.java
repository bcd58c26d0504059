/** A client for tests: it knows the wire only. */
@NullMarked
package io.github.aspoperator.local.client;

import org.jspecify.annotations.NullMarked;
