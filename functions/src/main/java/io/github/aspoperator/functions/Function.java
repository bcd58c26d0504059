package io.github.aspoperator.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.aspoperator.functions.log.JsonLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A function of Lambda. It reads and writes JSON by itself, which starts faster than beans that
 * Lambda fills.
 */
public abstract class Function implements RequestStreamHandler {

  @SuppressWarnings("unused") // only kept: see Primed
  private @Nullable Primed primed;

  /** Has this made ready before a snapshot of the process is taken, if one is. */
  protected final void prime() {
    if (LambdaProcess.isForSnapshot()) {
      primed = Primed.with(this::reach, this::rehearse);
    }
  }

  /** Goes as far as a stranger comes, to the real tables; changes nothing. */
  protected abstract void reach();

  /**
   * Goes all the way of an event on the {@linkplain io.github.aspoperator.aws.Scene scene}, which
   * changes nothing.
   */
  protected abstract void rehearse();

  /**
   * Answers an event; throws when it is to come again, or to be answered by the gateway.
   *
   * @param event a JSON document
   * @param requestId Lambda's name for this invocation
   * @return a JSON document
   */
  public abstract byte[] answer(byte[] event, String requestId);

  @Override
  public final void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    JsonLines.during(context.getAwsRequestId());
    answer.write(answer(event.readAllBytes(), context.getAwsRequestId()));
  }
}
