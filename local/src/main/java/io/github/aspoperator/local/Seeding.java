package io.github.aspoperator.local;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Policy;
import io.github.aspoperator.wire.request.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the agents that a seed names, and leaves those that exist alone. */
final class Seeding {

  private static final Principal OPERATOR = new Principal.OfOperator();

  private final Ports ports;
  private final OwnerCalls owners;
  private final SecretFiles files;

  Seeding(Ports ports, SecretFiles files) {
    this.ports = ports;
    this.owners = new OwnerCalls(ports);
    this.files = files;
  }

  /**
   * What became of a seed.
   *
   * @param created new ones
   * @param leftAlone those that were there, or were removed once
   * @param speakers up to two open agents whose tokens are in files, seeded now or before
   */
  record Outcome(List<Seed> created, List<Handle> leftAlone, List<Handle> speakers) {}

  /** The agents of a fresh data directory. */
  static List<Seed> defaults() {
    return Stream.concat(
            Stream.of("@alice.test", "@bob.test", "@carol.test")
                .map(text -> new Agent(Handle.of(text), Policy.OPEN)),
            Stream.of(new Agent(Handle.of("@closed.test"), Policy.ALLOWLIST)))
        .map(agent -> new Seed(agent, List.of(), Optional.empty()))
        .toList();
  }

  /** The operator's token: from its file, made when there is none. */
  Path admin() {
    Path file = files.adminFile();
    Token token =
        files
            .read(file)
            .orElseGet(() -> {
              Token fresh = Token.fresh();
              files.write(file, fresh);
              return fresh;
            });
    if (!ports.credentials().of(OPERATOR).equals(Optional.of(token.hash()))) {
      ports.credentials().set(OPERATOR, token.hash());
    }
    return file;
  }

  /**
   * Makes {@code seeds}. The file with the token comes first: a crash leaves no agent whose token
   * nobody has.
   */
  Outcome seed(List<Seed> seeds) {
    List<Seed> created = new ArrayList<>();
    List<Handle> leftAlone = new ArrayList<>();
    for (Seed seed : seeds) {
      if (create(seed)) {
        created.add(seed);
      } else {
        leftAlone.add(seed.agent().handle());
      }
    }
    return new Outcome(created, leftAlone, speakers());
  }

  private List<Handle> speakers() {
    return files.agents().stream().filter(this::isOpen).limit(2).toList();
  }

  private boolean isOpen(Handle agent) {
    return ports.agents().find(agent).filter(found -> found.policy() == Policy.OPEN).isPresent();
  }

  /** An agent is there once it has its token: what a start that was killed began is finished. */
  private boolean create(Seed seed) {
    Handle handle = seed.agent().handle();
    Principal agent = new Principal.OfAgent(handle);
    if (ports.credentials().of(agent).isPresent()
        || !ports.agents().removed(List.of(handle)).isEmpty()) {
      return false;
    }
    Path file = files.file(handle);
    Token token = seed.token().or(() -> files.read(file)).orElseGet(Token::fresh);
    if (ports.credentials().find(token.hash()).isPresent()) {
      throw new CannotStart("The token that the seed has for " + handle + " is another one's.");
    }
    files.write(file, token);
    ports.agents().register(seed.agent());
    if (!seed.allowlist().isEmpty()) {
      owners.allow(OPERATOR, handle, seed.allowlist());
    }
    ports.credentials().set(agent, token.hash());
    return true;
  }
}
