package io.github.aspoperator.load.net;

import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * What all TLS connections of a loop share: whom they trust, and the buffers one thread needs once.
 */
final class Tls {
  private final Supplier<SSLContext> source;
  private @Nullable SSLContext context;
  private byte[] plain = {};
  private ByteBuffer sealed = ByteBuffer.allocate(0);

  /** Trusts what this Java trusts. */
  Tls() {
    this(Tls::usual);
  }

  Tls(Supplier<SSLContext> source) {
    this.source = source;
  }

  /** An engine that checks the server's name against its certificate. */
  SSLEngine engine(Address address) {
    SSLContext using = context == null ? source.get() : context;
    context = using;
    SSLEngine engine =
        using.createSSLEngine(address.socket().getHostString(), address.socket().getPort());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** Room for one opened record. */
  byte[] plain(int size) {
    plain = plain.length < size ? new byte[size] : plain;
    return plain;
  }

  /** Room for one sealed record. */
  ByteBuffer sealed(int size) {
    sealed = sealed.capacity() < size ? ByteBuffer.allocate(size) : sealed.clear();
    return sealed;
  }

  private static SSLContext usual() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
