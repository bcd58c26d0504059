package io.github.aspoperator.trust;

/** An agent's inbound policy (protocol section 2). */
public enum Policy {
  /** Only listed peers; the default, with an empty list: closed. */
  ALLOWLIST("allowlist"),
  /** No gate of its own. */
  OPEN("open");

  private final String text;

  Policy(String text) {
    this.text = text;
  }

  /** The word on the wire. */
  public String text() {
    return text;
  }
}
