package io.github.aspoperator.simulation.play;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import io.github.aspoperator.functions.RehearsalContext;
import io.github.aspoperator.functions.socket.Connect;
import io.github.aspoperator.functions.socket.Disconnect;
import io.github.aspoperator.functions.socket.SocketEvent;
import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.engine.Scheduler;
import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.part.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** API Gateway's WebSocket API: handshakes, connections, and how it tells of their ends. */
final class Gateway {

  private static final int OK = 200;
  private static final int NORMAL = 1000;
  private static final int GOING_AWAY = 1001;
  private static final int ABNORMAL = 1006;
  private static final int LONGEST_UNNOTICED = 60_000;

  private final Scheduler scheduler;
  private final Draw draw;
  private final Faults faults;
  private final Functions functions;
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private long arrivals;

  Gateway(Scheduler scheduler, Draw draw, Faults faults, Functions functions) {
    this.scheduler = scheduler;
    this.draw = draw;
    this.faults = faults;
    this.functions = functions;
  }

  /** Every connection there ever was. */
  List<Line> lines() {
    return List.copyOf(lines.values());
  }

  /** How many arrivals there were. */
  long arrivals() {
    return arrivals;
  }

  /** The number of the next arrival. */
  long arrival() {
    arrivals++;
    return arrivals;
  }

  Optional<Line> find(String id) {
    return Optional.ofNullable(lines.get(id));
  }

  /** A client begins a handshake; {@code recorded} is told when the operator has accepted it. */
  void connect(int agent, String token, Consumer<Line> recorded) {
    Line line = new Line("c" + (lines.size() + 1), agent, token, scheduler.now());
    lines.put(line.id(), line);
    SocketEvent event = event(line, 0, "");
    event.setHeaders(Map.of("Authorization", "Bearer " + token));
    APIGatewayV2WebSocketResponse[] response = {new APIGatewayV2WebSocketResponse()};
    functions.invoke(
        Kind.CONNECT,
        "$connect " + line,
        instance ->
            response[0] =
                instance.handler(Connect.class).handleRequest(event, new RehearsalContext()),
        thrown -> {
          if (thrown == null && response[0].getStatusCode() == OK) {
            recorded.accept(line);
            scheduler.at(scheduler.now(), line + " is answered", () -> open(line));
          } else {
            scheduler.tell(() -> "  the handshake of " + line + " is refused");
            line.close(scheduler.now(), false);
          }
        });
  }

  private void open(Line line) {
    if (line.state() == Line.State.OPENING) {
      line.open(scheduler.now());
    }
  }

  private static SocketEvent event(Line line, int code, String reason) {
    SocketEvent.RequestContext context = new SocketEvent.RequestContext();
    context.setConnectionId(line.id());
    context.setDisconnectStatusCode(code);
    context.setDisconnectReason(reason);
    SocketEvent event = new SocketEvent();
    event.setRequestContext(context);
    return event;
  }

  /** The client closes the connection. */
  void closedByClient(Line line) {
    line.close(scheduler.now(), true);
    tell(line, NORMAL, "");
  }

  /** The client is gone, and nobody noticed. */
  void vanish(Line line) {
    faults.count(Fault.CLIENT_VANISHED);
    line.vanish();
    long noticed = scheduler.now() + draw.below(LONGEST_UNNOTICED);
    scheduler.at(noticed, line + " is found dead", () -> end(line, ABNORMAL, ""));
  }

  /** The gateway ends it by itself. */
  void cut(Line line) {
    end(line, GOING_AWAY, "Going away");
  }

  /** As the operator asked for: the gateway tells of it as of a client's own close. */
  void deleted(Line line) {
    end(line, NORMAL, "");
  }

  private void end(Line line, int code, String reason) {
    if (line.state() != Line.State.CLOSED) {
      line.close(scheduler.now(), false);
      tell(line, code, reason);
    }
  }

  private void tell(Line line, int code, String reason) {
    if (faults.strike(Fault.DISCONNECT_LOST, 6)) {
      scheduler.tell(() -> "  and nobody is told");
      return;
    }
    SocketEvent event = event(line, code, reason);
    scheduler.at(
        scheduler.now(),
        "the end of " + line + " is told",
        () ->
            functions.invoke(
                Kind.DISCONNECT,
                "$disconnect " + line,
                instance ->
                    instance.handler(Disconnect.class).handleRequest(event, new RehearsalContext()),
                thrown -> {
                  if (thrown == null) {
                    line.forget();
                  }
                }));
  }
}
