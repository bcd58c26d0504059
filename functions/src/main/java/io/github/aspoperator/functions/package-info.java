/** What all functions share; each of the folders below holds the functions of one kind of event. */
@NullMarked
package io.github.aspoperator.functions;

import org.jspecify.annotations.NullMarked;
