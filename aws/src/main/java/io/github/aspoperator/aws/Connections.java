package io.github.aspoperator.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * HTTP as the JDK has it, which keeps connections to a host open. The SDK would make a TLS context
 * of its own when it makes a client; the JDK's is made when it is needed, and once.
 */
final class Connections {

  private Connections() {}

  /** A client whose connections wait no longer than that to be opened, and for each answer. */
  static SdkHttpClient within(Duration open, Duration answer) {
    return UrlConnectionHttpClient.create(uri -> to(uri, open, answer));
  }

  private static HttpURLConnection to(URI uri, Duration open, Duration answer) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout((int) open.toMillis());
      connection.setReadTimeout((int) answer.toMillis());
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Begins to make the TLS context, on a thread of its own: to read all certificates that the JDK
   * trusts takes as long as to make a client of the SDK, which can go on meanwhile.
   */
  static void prepareTls() {
    Thread.ofPlatform().daemon().name("tls").start(HttpsURLConnection::getDefaultSSLSocketFactory);
  }
}
