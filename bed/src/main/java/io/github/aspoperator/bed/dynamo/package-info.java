/** An engine that speaks DynamoDB, and the template's tables in it. */
@NullMarked
package io.github.aspoperator.bed.dynamo;

import org.jspecify.annotations.NullMarked;
