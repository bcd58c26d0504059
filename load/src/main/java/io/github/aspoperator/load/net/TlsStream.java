package io.github.aspoperator.load.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/** TLS around a plain stream. */
final class TlsStream implements Stream, Stream.Listener {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Loop loop;
  private final Stream.Listener outer;
  private final SSLEngine engine;
  private final Stream inner;
  private final ByteBuffer arrived;
  private boolean announced;
  private boolean closed;

  TlsStream(Loop loop, Address address, Stream.Listener outer) {
    this.loop = loop;
    this.outer = outer;
    engine = loop.tls().engine(address);
    arrived = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    inner = new PlainStream(loop, address, this);
  }

  @Override
  public void send(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining() && !closed) {
        seal(bytes);
      }
    } catch (SSLException e) {
      loop.soon(() -> fail(e));
    }
  }

  @Override
  public void close() {
    closed = true;
    engine.closeOutbound();
    try {
      seal(NOTHING);
    } catch (SSLException e) {
      // the goodbye is a courtesy
    }
    inner.close();
  }

  @Override
  public void connected() {
    try {
      engine.beginHandshake();
      advance(System.nanoTime());
    } catch (IOException e) {
      loop.soon(() -> fail(e));
    }
  }

  @Override
  public void received(byte[] a, int from, int to, long at) throws IOException {
    int next = from;
    while (next < to && !closed) {
      int taken = Math.min(arrived.remaining(), to - next);
      if (taken == 0) {
        throw new SSLException("a TLS record longer than allowed");
      }
      arrived.put(a, next, taken);
      next += taken;
      advance(at);
    }
  }

  @Override
  public void ended(String why) {
    if (!closed) {
      closed = true;
      outer.ended(why);
    }
  }

  /** Does what the engine asks for until it needs bytes that have not arrived. */
  private void advance(long at) throws IOException {
    boolean more = true;
    while (more && !closed) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> engine.getDelegatedTask().run();
        case NEED_WRAP -> seal(NOTHING);
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> more = open(at);
        case FINISHED, NOT_HANDSHAKING -> {
          announce();
          more = open(at);
        }
      }
    }
  }

  private void announce() {
    if (!announced) {
      announced = true;
      outer.connected();
    }
  }

  private void seal(ByteBuffer bytes) throws SSLException {
    ByteBuffer sealed = loop.tls().sealed(engine.getSession().getPacketBufferSize());
    SSLEngineResult result = engine.wrap(bytes, sealed);
    inner.send(sealed.flip());
    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
      closed = true;
    }
  }

  /** Opens one record; false when there is no whole one. */
  private boolean open(long at) throws IOException {
    byte[] plain = loop.tls().plain(engine.getSession().getApplicationBufferSize());
    arrived.flip();
    SSLEngineResult result = engine.unwrap(arrived, ByteBuffer.wrap(plain));
    arrived.compact();
    if (result.bytesProduced() > 0) {
      outer.received(plain, 0, result.bytesProduced(), at);
    }
    if (result.getStatus() == SSLEngineResult.Status.CLOSED && !closed) {
      throw new IOException("the operator closed the connection");
    }
    return result.getStatus() == SSLEngineResult.Status.OK;
  }

  private void fail(IOException why) {
    if (!closed) {
      close();
      outer.ended(why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage());
    }
  }
}
