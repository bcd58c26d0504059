/** What happened on the bed, written down: the facts that prices and tests are made of. */
@NullMarked
package io.github.aspoperator.bed.ledger;

import org.jspecify.annotations.NullMarked;
