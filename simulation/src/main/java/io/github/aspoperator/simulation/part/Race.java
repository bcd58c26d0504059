package io.github.aspoperator.simulation.part;

/** Meetings of two writers, or of a writer and a reader, that the operator has to end well. */
public enum Race {
  /** Another commit was faster. */
  COMMIT_TAKEN,
  /** The head had moved on. */
  HEAD_MOVED,
  /** The presence item had changed. */
  PRESENCE_CHANGED,
  /** A lag item was another one by now. */
  LAG_CHANGED,
  /** An idempotency key of a create was claimed already. */
  CLAIM_TAKEN,
  /** A later index entry was there. */
  INDEX_OVERTAKEN,
  /** An agent, a list or a token had changed. */
  TRUST_CHANGED,
  /** A post came before its handshake was answered. */
  POST_BEFORE_OPEN,
  /** A post came after the connection was gone. */
  POST_AFTER_CLOSE,
  /** A connection opened beside another one. */
  CONNECTED_BESIDE,
  /** A drain began while another one was under way. */
  DRAINED_AT_ONCE
}
