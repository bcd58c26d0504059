package io.github.aspoperator.functions.socket;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a WebSocket API tells of a connection that opens or is gone: a bean as Lambda fills it,
 * since the events library knows nothing of why a connection is gone.
 */
public final class SocketEvent {

  private @Nullable Map<String, String> headers;
  private @Nullable Map<String, List<String>> multiValueQueryStringParameters;
  private RequestContext requestContext = new RequestContext();

  /** The headers of the handshake. */
  public @Nullable Map<String, String> getHeaders() {
    return headers;
  }

  /** Filled by Lambda. */
  public void setHeaders(@Nullable Map<String, String> headers) {
    this.headers = headers;
  }

  /** The parameters of the handshake, decoded. */
  public @Nullable Map<String, List<String>> getMultiValueQueryStringParameters() {
    return multiValueQueryStringParameters;
  }

  /** Filled by Lambda. */
  public void setMultiValueQueryStringParameters(
      @Nullable Map<String, List<String>> multiValueQueryStringParameters) {
    this.multiValueQueryStringParameters = multiValueQueryStringParameters;
  }

  /** Which connection, and why. */
  public RequestContext getRequestContext() {
    return requestContext;
  }

  /** Filled by Lambda. */
  public void setRequestContext(RequestContext requestContext) {
    this.requestContext = requestContext;
  }

  /** Which connection, and why it is gone. */
  public static final class RequestContext {

    private String connectionId = "";
    private int disconnectStatusCode;
    private @Nullable String disconnectReason;

    /** The gateway's name for the connection. */
    public String getConnectionId() {
      return connectionId;
    }

    /** Filled by Lambda. */
    public void setConnectionId(String connectionId) {
      this.connectionId = connectionId;
    }

    /** The code of the close frame, or 0 where the event says none. */
    public int getDisconnectStatusCode() {
      return disconnectStatusCode;
    }

    /** Filled by Lambda. */
    public void setDisconnectStatusCode(int disconnectStatusCode) {
      this.disconnectStatusCode = disconnectStatusCode;
    }

    /** What the close frame, or the gateway, gives as reason. */
    public @Nullable String getDisconnectReason() {
      return disconnectReason;
    }

    /** Filled by Lambda. */
    public void setDisconnectReason(@Nullable String disconnectReason) {
      this.disconnectReason = disconnectReason;
    }
  }
}
