/** The connections, as API Gateway's management API knows them. */
@NullMarked
package io.github.aspoperator.aws.gateway;

import org.jspecify.annotations.NullMarked;
