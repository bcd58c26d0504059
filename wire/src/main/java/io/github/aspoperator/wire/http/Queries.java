package io.github.aspoperator.wire.http;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.refusal.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may stand behind the question mark (protocol sections 3, 5 and 7). Every {@code rawQuery} is
 * as it was sent, without the question mark, and null or empty when there was none. Each method
 * throws {@link io.github.aspoperator.refusal.Refused}: {@code InvalidRequest} whose field is
 * {@code ?name}.
 */
public final class Queries {

  private static final long MAX_SEQUENCE = 1L << 53;
  private static final int MAX_EVENTS = 1000;
  private static final int MAX_SESSIONS = 100;
  private static final int DEFAULT_SESSIONS = 50;
  private static final int MAX_AGENTS = 1000;
  private static final int DEFAULT_AGENTS = 100;

  private Queries() {}

  /**
   * {@code GET /sessions/{id}/events}.
   *
   * @param after read on after this sequence, 0 to 2^53
   * @param limit 1 to 1000
   */
  public record Events(long after, int limit) {}

  /**
   * {@code GET /sessions}.
   *
   * @param before read on with sessions older than this, if given
   * @param limit 1 to 100
   */
  public record Sessions(Optional<SessionId> before, int limit) {}

  /**
   * {@code GET /_admin/agents}.
   *
   * @param after read on after this handle, if given
   * @param limit 1 to 1000
   */
  public record Agents(Optional<Handle> after, int limit) {}

  /** {@code ?after_sequence=&limit=}. */
  public static Events events(@Nullable String rawQuery) {
    Query query = Query.of(rawQuery, "after_sequence", "limit");
    long after = query.number("after_sequence", 0, MAX_SEQUENCE, 0);
    return new Events(after, (int) query.number("limit", 1, MAX_EVENTS, MAX_EVENTS));
  }

  /** {@code ?cursor=&limit=}, the cursor being a session id. */
  public static Sessions sessions(@Nullable String rawQuery) {
    Query query = Query.of(rawQuery, "cursor", "limit");
    Optional<SessionId> before =
        query.get("cursor").map(text -> SessionId.parse(text).orElseThrow(Queries::noCursor));
    return new Sessions(before, (int) query.number("limit", 1, MAX_SESSIONS, DEFAULT_SESSIONS));
  }

  /** {@code ?cursor=&limit=}, the cursor being a handle. */
  public static Agents agents(@Nullable String rawQuery) {
    Query query = Query.of(rawQuery, "cursor", "limit");
    Optional<Handle> after =
        query.get("cursor").map(text -> Handle.parse(text).orElseThrow(Queries::noCursor));
    return new Agents(after, (int) query.number("limit", 1, MAX_AGENTS, DEFAULT_AGENTS));
  }

  /** Any other call: there are no parameters. */
  public static void none(@Nullable String rawQuery) {
    Query.of(rawQuery);
  }

  /**
   * {@code GET /connect}: no parameters but the ticket; for after the caller is known, see {@link
   * #ticket}.
   */
  public static void connect(@Nullable String rawQuery) {
    Query.of(rawQuery, "ticket");
  }

  /**
   * The ticket of {@code GET /connect?ticket=}, if there is one; for before the caller is known.
   *
   * @throws io.github.aspoperator.refusal.Refused {@code Unauthorized} for several tickets, one
   *     that cannot be one, or a bearer token in the query
   */
  public static Optional<Token> ticket(@Nullable String rawQuery) {
    Optional<Token> ticket = Optional.empty();
    for (String pair : (rawQuery == null ? "" : rawQuery).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String name = parts[0];
      switch (PercentEncoding.decode(name).orElse(name)) {
        case "token", "access_token" -> throw unauthorized();
        case "ticket" -> {
          String value = PercentEncoding.decode(parts.length == 2 ? parts[1] : "").orElse("");
          if (ticket.isPresent()) {
            throw unauthorized();
          }
          ticket = Optional.of(BearerTokens.token(value).orElseThrow(Queries::unauthorized));
        }
        default -> {}
      }
    }
    return ticket;
  }

  private static RuntimeException noCursor() {
    return Query.refused("cursor", "This is no cursor of this list.");
  }

  private static RuntimeException unauthorized() {
    return new Refusal.Unauthorized(true).thrown();
  }
}
