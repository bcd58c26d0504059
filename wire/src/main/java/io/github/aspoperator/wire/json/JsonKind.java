package io.github.aspoperator.wire.json;

/** The kinds of JSON values. */
public enum JsonKind {
  /** A string. */
  STRING,
  /** A number of any size. */
  NUMBER,
  /** An object. */
  OBJECT,
  /** An array. */
  ARRAY,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** {@code null}. */
  NULL
}
