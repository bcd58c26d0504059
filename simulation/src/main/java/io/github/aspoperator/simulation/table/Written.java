package io.github.aspoperator.simulation.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Is told of every new item of a table with a stream, at the moment it is there. */
@FunctionalInterface
public interface Written {

  /** {@code item} is new. */
  void added(Map<String, AttributeValue> item);
}
