package io.github.aspoperator.bed.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a test does to records on their way to a function: repeat them, drop them, swap those of
 * different items, or hold them up by taking its time.
 */
@FunctionalInterface
public interface DeliveryFault {

  /** Records arrive as they are. */
  DeliveryFault NONE = records -> records;

  /** What arrives in place of {@code records}, which were just read. */
  List<JsonNode> deliver(List<JsonNode> records) throws InterruptedException;
}
