package io.github.aspoperator.stored;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Becoming;
import io.github.aspoperator.session.Departure;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Stint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Draws values nobody would think of, the same ones for the same seed. */
final class Arbitrary {

  private static final String[] NASTY = {
    "",
    "\u0000",
    "\ud83d\ude00",
    "\ud800",
    "\udc00\ud800",
    "é\u0301",
    "\u202e",
    "'; drop table",
    "\uffff"
  };

  private final SplittableRandom random;

  Arbitrary(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The seed of this build, or one of its own; tests name it when they fail. */
  static long seed() {
    return Long.getLong("test.seed", System.nanoTime());
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  /** Mostly small, sometimes at the edge of what a long holds. */
  long number() {
    return switch (below(6)) {
      case 0 -> random.nextLong();
      case 1 -> coin() ? Long.MAX_VALUE : Long.MIN_VALUE;
      case 2 -> -below(1000);
      default -> below(100_000);
    };
  }

  <T> Optional<T> maybe(Supplier<T> some) {
    return coin() ? Optional.of(some.get()) : Optional.empty();
  }

  <T> List<T> some(int below, Supplier<T> one) {
    List<T> list = new ArrayList<>();
    for (int n = below(below); n > 0; n--) {
      list.add(one.get());
    }
    return List.copyOf(list);
  }

  Ulid ulid() {
    return new Ulid(random.nextLong(), random.nextLong());
  }

  SessionId session() {
    return new SessionId(ulid());
  }

  DropId drop() {
    return new DropId(ulid());
  }

  /** One of a few, so that they come again within one record. */
  Handle handle() {
    String name = coin() ? "n".repeat(1 + below(64)) : "_-" + below(5);
    return Handle.of("@" + (coin() ? "acme" : "o".repeat(64)) + "." + name);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int n = below(4); n >= 0; n--) {
      text.append(NASTY[below(NASTY.length)]).append("x".repeat(below(40)));
    }
    return text.toString();
  }

  /** Bytes of any kind: the codec must not look into them. */
  RawJson json() {
    byte[] bytes = new byte[below(10) == 0 ? below(96 * 1024) : below(900)];
    random.nextBytes(bytes);
    if (coin()) {
      java.util.Arrays.fill(bytes, (byte) 'a');
    }
    return RawJson.of(bytes);
  }

  Body body() {
    return new Body(json(), maybe(this::json));
  }

  Keyed keyed() {
    return new Keyed(handle(), text(), new Fingerprint(random.nextLong(), random.nextLong()));
  }

  Stint stint() {
    return switch (below(4)) {
      case 0 -> Stint.NONE;
      case 1 -> Stint.since(number());
      default -> new Stint(number(), number());
    };
  }

  Becoming becoming() {
    return new Becoming(number(), stint());
  }

  Departure departure() {
    return List.of(Departure.values()).get(below(Departure.values().length));
  }

  ConnectionId connection() {
    return new ConnectionId("c" + text());
  }

  TokenHash token() {
    return coin() ? Token.fresh().hash() : new TokenHash(text());
  }
}
