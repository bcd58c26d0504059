package io.github.aspoperator.bed.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspoperator.bed.lambda.Outcome;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a function's answer says of the batch it was given. */
sealed interface BatchAnswer {

  /** Every record is done. */
  record Done() implements BatchAnswer {}

  /** No record is done. */
  record Failed() implements BatchAnswer {}

  /**
   * Some records are not done.
   *
   * @param ids of those
   */
  record Partly(Set<String> ids) implements BatchAnswer {}

  /**
   * Reads it: {@code known} are the ids of the batch, {@code reports} whether the mapping listens
   * at all. An id that is empty, or of no record, makes the whole batch failed.
   */
  static BatchAnswer of(Outcome outcome, Set<String> known, boolean reports) {
    if (!(outcome instanceof Outcome.Answer(var payload))) {
      return new Failed();
    }
    if (!reports || payload.isEmpty()) {
      return new Done();
    }
    try {
      Set<String> ids = new LinkedHashSet<>();
      for (JsonNode each : new ObjectMapper().readTree(payload).path("batchItemFailures")) {
        ids.add(each.path("itemIdentifier").asText(""));
      }
      if (ids.isEmpty()) {
        return new Done();
      }
      return known.containsAll(ids) ? new Partly(ids) : new Failed();
    } catch (JsonProcessingException e) {
      return new Done(); // Lambda takes an answer that it cannot read for none
    }
  }
}
