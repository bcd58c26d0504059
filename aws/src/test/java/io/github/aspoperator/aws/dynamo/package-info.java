/** The ports on DynamoDB, held to their contracts on DynamoDB Local or another engine. */
@NullMarked
package io.github.aspoperator.aws.dynamo;

import org.jspecify.annotations.NullMarked;
