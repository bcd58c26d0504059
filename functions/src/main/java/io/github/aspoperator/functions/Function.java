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

  /** Has {@link #rehearse} done before a snapshot of this process is taken. */
  protected final void prime() {
    primed = Primed.with(this::rehearse);
  }

  /**
   * Goes once through what an event goes through, and changes nothing: to the tables, where a
   * stranger is refused, and all the way on a {@link io.github.aspoperator.aws.Scene}.
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
