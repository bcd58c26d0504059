/** How a process starts. */
@NullMarked
package io.github.aspoperator.aws;

import org.jspecify.annotations.NullMarked;
