package io.github.aspoperator.bed.endpoint;

import java.io.IOException;

/** The connection breaks: whoever called learns nothing. */
public final class CutException extends IOException {

  /** Without a word. */
  public CutException() {
    super("the connection was cut");
  }
}
