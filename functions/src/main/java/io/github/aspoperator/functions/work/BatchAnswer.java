package io.github.aspoperator.functions.work;

import io.github.aspoperator.wire.json.JsonWriter;
import java.util.Collection;

/** Which messages or records of a batch come again. */
final class BatchAnswer {

  private BatchAnswer() {}

  static byte[] failed(Collection<String> identifiers) {
    JsonWriter json = new JsonWriter(64).object().name("batchItemFailures").array();
    for (String identifier : identifiers) {
      json.object().name("itemIdentifier").string(identifier).endObject();
    }
    return json.endArray().endObject().done();
  }
}
