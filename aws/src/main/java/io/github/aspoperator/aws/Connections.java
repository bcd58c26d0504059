package io.github.aspoperator.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.Header;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * HTTP as the JDK has it, which keeps connections to a host open. The SDK would make a TLS context
 * of its own when it makes a client; the JDK's is made when it is needed, and once.
 *
 * <p>The JDK is given each body before it sends it, and finds out its length by itself. Where it is
 * told the length of a body that comes later, it could not send that again, and so it waits for a
 * millisecond before it uses a connection once more, to see whether the server closed it. A body
 * that it has it sends again, once, when the server did.
 */
final class Connections implements SdkHttpClient {

  private final SdkHttpClient jdk;

  private Connections(SdkHttpClient jdk) {
    this.jdk = jdk;
  }

  /** A client whose connections wait no longer than that to be opened, and for each answer. */
  static SdkHttpClient within(Duration open, Duration answer) {
    return new Connections(UrlConnectionHttpClient.create(uri -> to(uri, open, answer)));
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return jdk.prepareRequest(
        HttpExecuteRequest.builder()
            .request(request.httpRequest().toBuilder().removeHeader(Header.CONTENT_LENGTH).build())
            .contentStreamProvider(request.contentStreamProvider().orElse(null))
            .metricCollector(request.metricCollector().orElse(null))
            .build());
  }

  @Override
  public String clientName() {
    return jdk.clientName();
  }

  @Override
  public void close() {
    jdk.close();
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
