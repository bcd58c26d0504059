package io.github.aspoperator.conformance.subject;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The operator that is judged.
 *
 * @param url of HTTP, without a slash at the end
 * @param stream where agents connect, complete
 * @param agents given ones, which admit each other
 * @param admin the owner's side, where a token for it was given
 * @param windows how long until an absent agent is reported away, and made to leave, where it was
 *     announced and is short
 * @param settle how long it may take to notice that a connection was closed
 * @param patience how long a check waits for what should come
 */
public record Target(
    URI url,
    URI stream,
    List<Account> agents,
    Optional<Admin> admin,
    Optional<Windows> windows,
    Duration settle,
    Duration patience) {

  /** Copies the list. */
  public Target {
    agents = List.copyOf(agents);
  }

  /**
   * The owner's side.
   *
   * @param url of HTTP, without a slash at the end
   * @param token the admin token
   */
  public record Admin(URI url, String token) {
    @Override
    public String toString() {
      return "Admin[" + url + "]";
    }
  }

  /**
   * Presence windows.
   *
   * @param away until an absence is published
   * @param grace until an absent agent is made to leave, from the drop
   */
  public record Windows(Duration away, Duration grace) {}
}
