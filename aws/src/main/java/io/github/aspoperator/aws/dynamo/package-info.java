/**
 * The ports on DynamoDB. {@link io.github.aspoperator.aws.dynamo.Keys} has all keys, {@link
 * io.github.aspoperator.aws.dynamo.Conditions} all conditions; docs/table.md shows each item.
 */
@NullMarked
package io.github.aspoperator.aws.dynamo;

import org.jspecify.annotations.NullMarked;
