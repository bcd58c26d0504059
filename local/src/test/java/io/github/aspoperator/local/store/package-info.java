@NullMarked
package io.github.aspoperator.local.store;

import org.jspecify.annotations.NullMarked;
