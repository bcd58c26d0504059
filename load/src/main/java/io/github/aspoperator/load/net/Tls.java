package io.github.aspoperator.load.net;

import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * What all TLS connections of a loop share: whom they trust, and the buffers one thread needs once.
 */
final class Tls {
  private byte[] plain = {};
  private ByteBuffer sealed = ByteBuffer.allocate(0);

  /** An engine that checks the server's name against its certificate. */
  SSLEngine engine(Address address) {
    SSLEngine engine =
        trusted().createSSLEngine(address.socket().getHostString(), address.socket().getPort());
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

  private static SSLContext trusted() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
