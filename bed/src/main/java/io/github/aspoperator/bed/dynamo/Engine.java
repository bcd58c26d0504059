package io.github.aspoperator.bed.dynamo;

import java.net.URI;

/** Something that speaks DynamoDB and its streams. */
public interface Engine extends AutoCloseable {

  /** Where a running one is to be found; unset: DynamoDB Local is started. */
  String ENDPOINT_PROPERTY = "asp.dynamodb.endpoint";

  /** Where it answers. */
  URI uri();

  @Override
  void close();

  /** The one that {@value #ENDPOINT_PROPERTY} names, else DynamoDB Local in this process. */
  static Engine start() {
    String given = System.getProperty(ENDPOINT_PROPERTY, "");
    return given.isEmpty() ? LocalEngine.start() : new GivenEngine(URI.create(given));
  }
}
