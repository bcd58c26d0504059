package io.github.aspoperator.load.net;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One connection that carries bytes both ways, plain or through TLS. */
interface Stream {

  /**
   * Sends all of these bytes, now or as soon as there is room; the buffer is free again at once.
   */
  void send(ByteBuffer bytes);

  /** Ends the connection; the listener hears nothing more. */
  void close();

  /** Begins to connect; the answer comes through the listener, never during this call. */
  static Stream open(Loop loop, Address address, Listener listener) {
    return address.secure()
        ? new TlsStream(loop, address, listener)
        : new PlainStream(loop, address, listener);
  }

  /** Hears of one connection, on the loop's thread. */
  interface Listener {
    void connected();

    /**
     * Bytes came, at that time; they are lent for the call. A failure to understand them ends the
     * stream.
     */
    void received(byte[] a, int from, int to, long at) throws IOException;

    /** The connection is gone, or never came to be. Said once, unless we closed it ourselves. */
    void ended(String why);
  }
}
