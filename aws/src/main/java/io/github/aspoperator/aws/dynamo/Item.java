package io.github.aspoperator.aws.dynamo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item, or a part of one, by the short names of its attributes. */
public final class Item {

  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  /** What DynamoDB answered; not copied. */
  public static Item of(Map<String, AttributeValue> attributes) {
    return new Item(attributes);
  }

  /** An item with nothing but its key so far. */
  static Item at(Key key) {
    return new Item(new HashMap<>(key.attributes()));
  }

  Item text(String name, String value) {
    attributes.put(name, AttributeValue.fromS(value));
    return this;
  }

  Item number(String name, long value) {
    attributes.put(name, number(value));
    return this;
  }

  /** A number as DynamoDB takes it. */
  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  Item bytes(String name, byte[] value) {
    attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value)));
    return this;
  }

  Item flag(String name, boolean value) {
    attributes.put(name, AttributeValue.fromBool(value));
    return this;
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String text(String name) {
    return attribute(name).s();
  }

  long number(String name) {
    return Long.parseLong(attribute(name).n());
  }

  byte[] bytes(String name) {
    return attribute(name).b().asByteArrayUnsafe();
  }

  /** A set of byte strings; empty where there is none, since DynamoDB keeps no empty set. */
  Set<SdkBytes> set(String name) {
    List<SdkBytes> there = has(name) ? attribute(name).bs() : List.of();
    return there.stream().collect(Collectors.toUnmodifiableSet());
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  private AttributeValue attribute(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("an item without its attribute " + name);
    }
    return value;
  }

  /** Never shows what is in it. */
  @Override
  public String toString() {
    return "Item" + attributes.keySet();
  }
}
