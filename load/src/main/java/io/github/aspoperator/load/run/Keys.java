package io.github.aspoperator.load.run;

/** Where a message carries its idempotency key. */
public enum Keys {
  none,
  header,
  body
}
