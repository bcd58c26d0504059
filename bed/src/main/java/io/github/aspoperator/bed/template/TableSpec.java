package io.github.aspoperator.bed.template;

import java.util.Optional;

/**
 * A table.
 *
 * @param id its logical id
 * @param name what it is called
 * @param hash the partition key
 * @param range the sort key, if it has one
 * @param ttl the attribute that says when an item dies
 * @param streamView what a stream record carries, if there is a stream
 */
public record TableSpec(
    String id,
    String name,
    Key hash,
    Optional<Key> range,
    Optional<String> ttl,
    Optional<String> streamView) {

  /**
   * A key attribute.
   *
   * @param name what it is called
   * @param type S, N or B
   */
  public record Key(String name, String type) {}
}
