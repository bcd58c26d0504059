package io.github.aspoperator.smallworld;

/** What a world is about: what it leaves out, it does not pay for. */
enum Topic {
  /** Events are handed over, and what arrives is checked. */
  DELIVERY,
  /** Presence is brought into the sessions. */
  PRESENCE,
  /** A block may be written. */
  BLOCKS,
  /** The agent's token may be replaced. */
  TOKEN,
  /** The agent may be removed. */
  REMOVAL,
  /** The agent is connected at first. */
  CONNECTED,
  /** A second connection is recorded at first, owed a stretch, and dead: its connect has died. */
  HALF_CONNECTED,
  /** The peer is connected throughout. */
  PEER_CONNECTED,
  /** The peer is not connected, and is owed something. */
  PEER_LAGS,
  /** A connection may be opened while another is recorded. */
  BESIDE,
  /** The answer to a handshake takes its time. */
  ANSWERS_LATER,
  /** Bells that wait may be answered as one. */
  COALESCED
}
