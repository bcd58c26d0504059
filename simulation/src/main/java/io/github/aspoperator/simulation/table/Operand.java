package io.github.aspoperator.simulation.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One side of a comparison. */
@FunctionalInterface
interface Operand {

  /** Its value, or null where the item has no such attribute. */
  @Nullable AttributeValue value(
      Map<String, AttributeValue> item, Map<String, AttributeValue> values);
}
