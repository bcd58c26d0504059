/** What goes wrong, when, and how often it did. */
@NullMarked
package io.github.aspoperator.soak.fault;

import org.jspecify.annotations.NullMarked;
