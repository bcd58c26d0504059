package io.github.aspoperator.bed.endpoint;

import io.github.aspoperator.bed.ledger.CallEntry;
import io.github.aspoperator.bed.ledger.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The address that the SDK's clients of all functions are given. It knows a service by the target
 * header, and the caller by the access key; it writes down every call, and lets a test interfere.
 * Signatures are not checked. Public because Jetty looks at it.
 */
public final class AwsEndpoint extends Handler.Abstract {

  private static final System.Logger LOG = System.getLogger(AwsEndpoint.class.getName());

  private final Map<String, Service> services = new ConcurrentHashMap<>();
  private final Set<String> cut = ConcurrentHashMap.newKeySet();
  private final Ledger ledger;
  private final UnaryOperator<String> functionOf;
  private final Permissions permissions;
  private volatile ServiceFault fault = ServiceFault.NONE;

  /** {@code functionOf}: the function that an instance belongs to, or nothing. */
  public AwsEndpoint(Ledger ledger, UnaryOperator<String> functionOf, Permissions permissions) {
    this.permissions = permissions;
    this.ledger = ledger;
    this.functionOf = functionOf;
  }

  /** From now on {@code service} answers to that name. */
  public void serve(String name, Service service) {
    services.put(name, service);
  }

  /** From now on this is done to every call. */
  public void disturb(ServiceFault by) {
    fault = by;
  }

  /** From now on nothing that this caller sends has any effect, and nothing is answered to it. */
  public void cut(String caller) {
    cut.add(caller);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ServiceCall call;
    try {
      call = Calls.read(request);
    } catch (IOException e) {
      callback.failed(e);
      return true;
    }
    String connection = request.getConnectionMetaData().getId();
    long start = System.nanoTime();
    try {
      ServiceAnswer answer = answer(call);
      note(connection, call, answer.status(), Units.of(call, answer), System.nanoTime() - start);
      response.setStatus(answer.status());
      answer.headers().forEach(response.getHeaders()::put);
      response.write(true, StandardCharsets.UTF_8.encode(answer.body()), callback);
    } catch (IOException | RuntimeException | InterruptedException e) {
      note(connection, call, 0, Units.NONE, System.nanoTime() - start);
      LOG.log(System.Logger.Level.DEBUG, "cut", e);
      // nothing goes out any more; a failure would have Jetty try, and complain
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.succeeded();
    }
    return true;
  }

  private ServiceAnswer answer(ServiceCall call) throws IOException, InterruptedException {
    Service service = services.get(call.service());
    if (service == null) {
      return ServiceAnswer.failure(400, "UnknownOperationException", "nobody serves this");
    }
    if (!permissions.allow(functionOf.apply(call.caller()), call)) {
      LOG.log(System.Logger.Level.WARNING, "the role does not allow {0}", call);
      return ServiceAnswer.failure(400, "AccessDeniedException", "the role does not allow this");
    }
    ServiceAnswer answer = fault.around(Units.asking(call), checking(service));
    throwIfCut(call);
    return answer;
  }

  /** A dead instance's call must not reach the service, however long it was held up. */
  private Service checking(Service service) {
    return call -> {
      throwIfCut(call);
      return service.answer(call);
    };
  }

  private void throwIfCut(ServiceCall call) throws CutException {
    if (cut.contains(call.caller())) {
      throw new CutException();
    }
  }

  private void note(String connection, ServiceCall call, int status, Units units, long nanos) {
    ledger.add(
        new CallEntry(
            functionOf.apply(call.caller()),
            connection,
            call.service(),
            call.operation(),
            status,
            units.read(),
            units.write(),
            call.body().getBytes(StandardCharsets.UTF_8).length,
            nanos));
  }
}
