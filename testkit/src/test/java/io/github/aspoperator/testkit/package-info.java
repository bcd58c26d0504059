@NullMarked
package io.github.aspoperator.testkit;

import org.jspecify.annotations.NullMarked;
