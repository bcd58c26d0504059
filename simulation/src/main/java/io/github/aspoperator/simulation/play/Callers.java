package io.github.aspoperator.simulation.play;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.operator.Authentication;
import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.operator.SessionCalls;
import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.refusal.Unavailable;
import io.github.aspoperator.simulation.engine.Killed;
import io.github.aspoperator.simulation.part.Fault;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls over HTTP, made as the functions make them once a request is decoded. */
final class Callers {

  private static final Principal OPERATOR = new Principal.OfOperator();

  private final World world;

  Callers(World world) {
    this.world = world;
  }

  /** A call of the agents' wire; {@code session} is the one that it writes in, if it does. */
  <T> void agent(
      Actor actor,
      Optional<SessionId> session,
      String what,
      BiFunction<SessionCalls, Handle, T> call,
      Consumer<Reply<T>> then) {
    TokenHash token = actor.token().hash();
    invoke(
        actor + " " + what,
        aws -> {
          Ports ports = session.map(s -> aws.ports(token, s)).orElseGet(aws::ports);
          Handle caller = new Authentication(ports.credentials()).agent(token).agent();
          return call.apply(new SessionCalls(ports), caller);
        },
        then);
  }

  /** A call of the owner's side. */
  <T> void owner(String what, BiFunction<OwnerCalls, Principal, T> call, Consumer<Reply<T>> then) {
    invoke(what, aws -> call.apply(new OwnerCalls(aws.ports()), OPERATOR), then);
  }

  private <T> void invoke(String what, Function<Aws, T> call, Consumer<Reply<T>> then) {
    Answer<T> answer = new Answer<>();
    world
        .functions()
        .invoke(
            Kind.HTTP,
            what,
            instance -> answer.of(() -> call.apply(instance.aws())),
            thrown -> then.accept(reply(what, answer, thrown)));
  }

  private <T> Reply<T> reply(String what, Answer<T> answer, @Nullable Throwable thrown) {
    if (thrown != null && !(thrown instanceof Killed) && !(thrown instanceof Unavailable)) {
      world.troubles().found("internal: " + what + " fails with " + thrown);
    }
    Reply<T> given = answer.given;
    if (thrown != null || given == null || world.faults().strike(Fault.REPLY_LOST, 2)) {
      return new Reply.Unknown<>();
    }
    world.scheduler().tell(() -> "  " + what + " -> " + given);
    return given;
  }

  /** What one call came to. */
  private static final class Answer<T> {

    private @Nullable Reply<T> given;

    void of(java.util.function.Supplier<T> call) {
      try {
        given = new Reply.Done<>(call.get());
      } catch (Refused refused) {
        given = new Reply.Refused<>(refused.refusal());
      }
    }
  }
}
