package io.github.aspoperator.stored;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.presence.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A {@link Presence} as bytes, without its agent. */
public final class PresenceCodec {

  private static final int SECOND = 2;
  private static final Format FORMAT = new Format("presence", 3);

  /** Without what was told last, and the moment of the last unclean end. */
  private static final Format BEFORE = new Format("presence", SECOND);

  private PresenceCodec() {}

  /** The bytes of {@code presence}. */
  public static byte[] encode(Presence presence) {
    Out out = new Out().number(presence.epoch()).number(presence.expiredThrough());
    out.number(presence.version()).flag(presence.unclean()).flag(presence.drop().isPresent());
    presence.drop().ifPresent(drop -> out.ulid(drop.ulid()));
    optional(out, presence.untold());
    out.flag(presence.told().isPresent());
    presence
        .told()
        .ifPresent(told -> out.text(told.by().text()).number(told.since()).number(told.at()));
    out.number(presence.uncleanAt());
    out.count(presence.connections().size());
    for (Connection connection : presence.connections()) {
      out.text(connection.id().text()).number(connection.openedAt());
      optional(out, connection.owed());
      out.text(connection.token().hex());
    }
    return FORMAT.seal(out);
  }

  /**
   * The presence that {@link #encode} made {@code bytes} of.
   *
   * @throws Unreadable when they are cut short, of another version or no presence
   */
  public static Presence decode(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == SECOND
        ? BEFORE.open(bytes, in -> decode(in, false))
        : FORMAT.open(bytes, in -> decode(in, true));
  }

  private static Presence decode(In in, boolean isWhole) {
    long epoch = in.number();
    long expiredThrough = in.number();
    long version = in.number();
    boolean unclean = in.flag();
    Optional<DropId> drop = in.flag() ? Optional.of(new DropId(in.ulid())) : Optional.empty();
    OptionalLong untold = optional(in);
    Optional<Presence.Told> told =
        isWhole && in.flag()
            ? Optional.of(new Presence.Told(new ConnectionId(in.text()), in.number(), in.number()))
            : Optional.empty();
    long uncleanAt = isWhole ? in.number() : 0;
    int count = in.length();
    List<Connection> connections = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      connections.add(
          new Connection(
              new ConnectionId(in.text()), in.number(), optional(in), new TokenHash(in.text())));
    }
    return new Presence(
        connections, epoch, drop, unclean, untold, told, uncleanAt, expiredThrough, version);
  }

  private static void optional(Out out, OptionalLong value) {
    out.flag(value.isPresent());
    value.ifPresent(out::number);
  }

  private static OptionalLong optional(In in) {
    return in.flag() ? OptionalLong.of(in.number()) : OptionalLong.empty();
  }
}
