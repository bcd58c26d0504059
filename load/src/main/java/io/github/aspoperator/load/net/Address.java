package io.github.aspoperator.load.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Where to connect and what to ask for there.
 *
 * @param host as it goes into the Host header
 * @param secure whether TLS comes first
 * @param path the path of the address, without a slash at its end
 * @param socket the resolved address
 */
public record Address(String host, boolean secure, String path, InetSocketAddress socket) {

  /** The address of an http, https, ws or wss URL. */
  public static Address of(URI url) throws UnknownHostException {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https") || scheme.equals("wss");
    if (url.getHost() == null || !(secure || scheme.equals("http") || scheme.equals("ws"))) {
      throw new IllegalArgumentException(url + " is no http, https, ws or wss address");
    }
    int usual = secure ? 443 : 80;
    int port = url.getPort() < 0 ? usual : url.getPort();
    String host = port == usual ? url.getHost() : url.getHost() + ":" + port;
    InetAddress ip = InetAddress.getByName(url.getHost());
    return new Address(host, secure, path(url), new InetSocketAddress(ip, port));
  }

  private static String path(URI url) {
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return url.getRawQuery() == null ? bare : bare + "?" + url.getRawQuery();
  }
}
