/** A client of an operator, as plain as sockets make it. */
@NullMarked
package io.github.aspoperator.testkit.client;

import org.jspecify.annotations.NullMarked;
