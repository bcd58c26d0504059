package io.github.aspoperator.bed.dynamo;

import java.net.URI;

/** Something that speaks DynamoDB and its streams. */
public interface Engine {

  /** Where a running one is to be found; unset: DynamoDB Local is started. */
  String ENDPOINT_PROPERTY = "asp.dynamodb.endpoint";

  /** Where it answers. */
  URI uri();

  /** The one that {@value #ENDPOINT_PROPERTY} names, else DynamoDB Local in this process. */
  static Engine get() {
    String given = System.getProperty(ENDPOINT_PROPERTY, "");
    return given.isEmpty() ? LocalEngine.shared() : new GivenEngine(URI.create(given));
  }
}
