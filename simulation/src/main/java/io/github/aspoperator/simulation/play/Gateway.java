package io.github.aspoperator.simulation.play;

import io.github.aspoperator.functions.socket.Connect;
import io.github.aspoperator.functions.socket.Disconnect;
import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.engine.Scheduler;
import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.part.Faults;
import io.github.aspoperator.wire.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** API Gateway's WebSocket API: handshakes, connections, and how it tells of their ends. */
final class Gateway {

  private static final byte[] OK = "{\"statusCode\":200}".getBytes(StandardCharsets.US_ASCII);
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

  /** One that has {@code there} already. */
  Gateway(Scheduler scheduler, Draw draw, Faults faults, Functions functions, List<Line> there) {
    this.scheduler = scheduler;
    this.draw = draw;
    this.faults = faults;
    this.functions = functions;
    there.forEach(line -> {
      lines.put(line.id(), line);
      arrivals += line.arrivals().size();
    });
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
    Line line = new Line("c" + (lines.size() + 1), agent, token, scheduler.now(), arrivals());
    lines.put(line.id(), line);
    byte[] event = event(line, Map.of("Authorization", "Bearer " + token), 0, "");
    byte[][] response = {{}};
    functions.invoke(
        Kind.CONNECT,
        "$connect " + line,
        instance -> response[0] = instance.handler(Connect.class).answer(event, line.id()),
        thrown -> {
          if (thrown == null && Arrays.equals(response[0], OK)) {
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

  private static byte[] event(Line line, Map<String, String> headers, int code, String reason) {
    JsonWriter json = new JsonWriter(256).object().name("headers").object();
    headers.forEach((name, value) -> json.name(name).string(value));
    json.endObject().name("requestContext").object().name("connectionId").string(line.id());
    json.name("disconnectStatusCode").number(code).name("disconnectReason").string(reason);
    return json.endObject().endObject().done();
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
    byte[] event = event(line, Map.of(), code, reason);
    scheduler.at(
        scheduler.now(),
        "the end of " + line + " is told",
        () ->
            functions.invoke(
                Kind.DISCONNECT,
                "$disconnect " + line,
                instance -> instance.handler(Disconnect.class).answer(event, line.id()),
                thrown -> {
                  if (thrown == null) {
                    line.forget();
                  }
                }));
  }
}
