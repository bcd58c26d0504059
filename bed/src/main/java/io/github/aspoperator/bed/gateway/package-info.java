/** API Gateway and CloudFront as clients and functions see them: events, answers, @connections. */
@NullMarked
package io.github.aspoperator.bed.gateway;

import org.jspecify.annotations.NullMarked;
