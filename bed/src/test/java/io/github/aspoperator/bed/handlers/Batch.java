package io.github.aspoperator.bed.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Notes the records of a batch; a test says which of them fail. */
public final class Batch implements RequestStreamHandler {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The names of the records that came, in this process, batch by batch. */
  public static final List<List<String>> BATCHES = new CopyOnWriteArrayList<>();

  /** What becomes of a record, by its name. */
  @SuppressWarnings("NonFinalStaticField") // a test sets it
  public static volatile Function<String, Fate> fate = _ -> Fate.DONE;

  /** What may become of a record. */
  public enum Fate {
    DONE,
    /** The function says that it failed. */
    REPORTED,
    /** The whole function fails. */
    THROWN
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    List<String> names = new ArrayList<>();
    var failures = JSON.createArrayNode();
    boolean thrown = false;
    for (JsonNode record : JSON.readTree(in).path("Records")) {
      String name = name(record);
      names.add(name);
      switch (fate.apply(name)) {
        case DONE -> {}
        case REPORTED -> failures.addObject().put("itemIdentifier", id(record));
        case THROWN -> thrown = true;
      }
    }
    BATCHES.add(names);
    if (thrown) {
      throw new IllegalStateException("as was asked for");
    }
    JSON.writeValue(out, JSON.createObjectNode().set("batchItemFailures", failures));
  }

  private static String name(JsonNode record) {
    JsonNode keys = record.path("dynamodb").path("Keys");
    return keys.isMissingNode()
        ? record.path("body").asText()
        : keys.path("s").path("S").asText() + keys.path("k").path("N").asText();
  }

  private static String id(JsonNode record) {
    JsonNode change = record.path("dynamodb");
    return change.isMissingNode()
        ? record.path("messageId").asText()
        : change.path("SequenceNumber").asText();
  }
}
