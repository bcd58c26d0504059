package io.github.aspoperator.local.http;

import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.request.Requests;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads request bodies, never more than the protocol allows. */
final class BodyReader {

  private static final byte[] NOTHING = {};

  private BodyReader() {}

  /**
   * The body. Throws {@code PayloadTooLarge} for one above the limit, without reading it to its
   * end, and {@code InvalidRequest} for one that ends too early or is not framed as it says.
   */
  static byte[] read(Request request) {
    long length = request.getLength();
    if (length > Requests.MAX_BODY_BYTES) {
      throw new Refusal.PayloadTooLarge("the request body").thrown();
    }
    if (length == 0
        || (length < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING))) {
      return NOTHING;
    }
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(Requests.MAX_BODY_BYTES + 1);
      if (body.length > Requests.MAX_BODY_BYTES) {
        throw new Refusal.PayloadTooLarge("the request body").thrown();
      }
      return body;
    } catch (IOException e) {
      throw new Refusal.InvalidRequest("", "The request body cannot be read to its end.").thrown();
    }
  }
}
