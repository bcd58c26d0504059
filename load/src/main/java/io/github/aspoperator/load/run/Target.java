package io.github.aspoperator.load.run;

import io.github.aspoperator.load.net.Address;
import io.github.aspoperator.load.setup.CannotRun;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * The operator under load.
 *
 * @param http the base of its HTTP calls
 * @param webSocket where agents connect
 */
public record Target(URI url, Address http, Address webSocket) {

  /** The operator at this URL; its WebSocket is at /connect there, unless it is given. */
  public static Target of(String url, String webSocketUrl) throws CannotRun {
    URI base = uri(url);
    Address http = address(base);
    URI socket =
        uri(webSocketUrl.isEmpty() ? url.replaceFirst("/$", "") + "/connect" : webSocketUrl);
    return new Target(base, http, address(socket));
  }

  private static URI uri(String url) throws CannotRun {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new CannotRun(url + " is no URL.");
    }
  }

  private static Address address(URI url) throws CannotRun {
    try {
      return Address.of(url);
    } catch (UnknownHostException e) {
      throw new CannotRun("The host of " + url + " is unknown.");
    } catch (IllegalArgumentException e) {
      throw new CannotRun(e.getMessage() + ".");
    }
  }
}
