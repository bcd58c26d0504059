package io.github.aspoperator.wire.call;

import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.schemas.Contract;
import io.github.aspoperator.wire.reply.Replies;
import io.github.aspoperator.wire.reply.Reply;
import io.github.aspoperator.wire.route.Routing;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls that take no credentials: health (protocol section 7), and the contract for machines,
 * each file of it read when it is first asked for.
 */
public final class OpenSide {

  private final String version;
  private final Map<String, Reply> documents = new ConcurrentHashMap<>();
  private final Map<String, Reply> files = new ConcurrentHashMap<>();

  /** Answers for an operator of this version. */
  public OpenSide(String version) {
    this.version = version;
  }

  /**
   * Answers a call that anyone may make. Throws {@link io.github.aspoperator.refusal.Refused}
   * {@code NotFound} for a file that is not there.
   */
  public Reply answer(Routing.Match match) {
    return switch (match.endpoint()) {
      case OPENAPI -> document("openapi.json");
      case ASYNCAPI -> document("asyncapi.json");
      case SCHEMA -> files.computeIfAbsent(match.variable("file"), OpenSide::file);
      default -> Replies.health(version);
    };
  }

  /** As it stands at the root, from where the schemas are in a folder. */
  private Reply document(String name) {
    return documents.computeIfAbsent(name, n -> Replies.document(Contract.atRoot(n)));
  }

  private static Reply file(String name) {
    return Replies.document(Contract.find(name).orElseThrow(() -> new Refusal.NotFound().thrown()));
  }
}
