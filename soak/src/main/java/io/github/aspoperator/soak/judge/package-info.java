/** What was seen by clients, held against what the operator kept. */
@NullMarked
package io.github.aspoperator.soak.judge;

import org.jspecify.annotations.NullMarked;
