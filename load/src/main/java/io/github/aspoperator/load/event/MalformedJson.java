package io.github.aspoperator.load.event;

/** The operator sent something that is not the JSON it promised. */
public final class MalformedJson extends RuntimeException {
  MalformedJson(String what) {
    super(what);
  }
}
