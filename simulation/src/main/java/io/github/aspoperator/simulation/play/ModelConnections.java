package io.github.aspoperator.simulation.play;

import io.github.aspoperator.simulation.engine.Scheduler;
import io.github.aspoperator.simulation.evidence.Arrival;
import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.part.Faults;
import io.github.aspoperator.simulation.part.Race;
import io.github.aspoperator.simulation.part.Races;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.ToLongFunction;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionResponse;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GetConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GetConnectionResponse;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionResponse;

/** A client of the modelled gateway's connections. */
final class ModelConnections implements ApiGatewayManagementApiClient {

  private static final String SESSION = "\"session_id\":\"";
  private static final String SEQUENCE = "\"sequence\":";

  private final Gateway gateway;
  private final Scheduler scheduler;
  private final Faults faults;
  private final Races races;
  private final ToLongFunction<String> logLength;

  /** {@code logLength}: of a session by its id. */
  ModelConnections(
      Gateway gateway,
      Scheduler scheduler,
      Faults faults,
      Races races,
      ToLongFunction<String> logLength) {
    this.gateway = gateway;
    this.scheduler = scheduler;
    this.faults = faults;
    this.races = races;
    this.logLength = logLength;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public PostToConnectionResponse postToConnection(PostToConnectionRequest request) {
    String frame = request.data().asString(StandardCharsets.UTF_8);
    String session = text(frame, SESSION, '"');
    long sequence = Long.parseLong(text(frame, SEQUENCE, ','));
    pause("post " + sequence + " of " + session + " to " + request.connectionId());
    Line line = reachable(request.connectionId());
    if (faults.strike(Fault.POST_THROTTLED, 2)) {
      throw LimitExceededException.builder().message("too many").writableStackTrace(false).build();
    }
    if (faults.strike(Fault.POST_LOST, 2)) {
      timedOut(line);
    }
    boolean got = line.state() == Line.State.OPEN;
    line.arrivals()
        .add(
            new Arrival(
                session,
                sequence,
                logLength.applyAsLong(session),
                gateway.arrival(),
                scheduler.now(),
                got));
    if (faults.strike(Fault.POST_TIMED_OUT, 2)) {
      timedOut(line);
    }
    return PostToConnectionResponse.builder().build();
  }

  private void pause(Object what) {
    if (scheduler.current() != null) {
      scheduler.pause(0, what);
    }
  }

  private void timedOut(Line line) {
    scheduler.tell(() -> "  and looks timed out");
    line.doubt(scheduler.now());
    throw ApiCallAttemptTimeoutException.builder()
        .message("timed out")
        .writableStackTrace(false)
        .build();
  }

  private static String text(String frame, String behind, char until) {
    int from = frame.indexOf(behind) + behind.length();
    return frame.substring(from, frame.indexOf(until, from));
  }

  private Line reachable(String id) {
    Optional<Line> line = gateway.find(id);
    if (line.isEmpty()) {
      throw gone();
    }
    Line.State state = line.get().state();
    if (state == Line.State.OPENING) {
      races.met(Race.POST_BEFORE_OPEN);
      line.get().early();
      throw gone();
    }
    if (state == Line.State.CLOSED) {
      races.met(Race.POST_AFTER_CLOSE);
      throw gone();
    }
    return line.get();
  }

  private static GoneException gone() {
    return GoneException.builder().message("gone").writableStackTrace(false).build();
  }

  @Override
  public DeleteConnectionResponse deleteConnection(DeleteConnectionRequest request) {
    pause("close " + request.connectionId());
    gateway.find(request.connectionId()).ifPresent(line -> line.closing(scheduler.now()));
    gateway.deleted(reachable(request.connectionId()));
    return DeleteConnectionResponse.builder().build();
  }

  @Override
  public GetConnectionResponse getConnection(GetConnectionRequest request) {
    pause("look at " + request.connectionId());
    reachable(request.connectionId());
    return GetConnectionResponse.builder().build();
  }
}
