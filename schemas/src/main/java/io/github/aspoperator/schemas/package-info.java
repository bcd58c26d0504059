/**
 * The machine-readable contract: its files, and a judge of what an operator answers. The files
 * themselves lie in this module's own folder.
 */
@NullMarked
package io.github.aspoperator.schemas;

import org.jspecify.annotations.NullMarked;
