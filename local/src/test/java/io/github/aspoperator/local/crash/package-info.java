/** The operator as a process of its own: killed, stopped, started again, refused. */
@NullMarked
package io.github.aspoperator.local.crash;

import org.jspecify.annotations.NullMarked;
