/** The operator's home on AWS: every port, and the one class that reads the environment. */
@NullMarked
package io.github.aspoperator.aws;

import org.jspecify.annotations.NullMarked;
