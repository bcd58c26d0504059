package io.github.aspoperator.bed.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The list prices of one day, and what is assumed where nothing can be counted here. */
final class Prices {

  /** Which list: its file says where and when it holds. */
  static final String LIST = "prices-2026-11.properties";

  private final Properties list = new Properties();

  Prices() {
    try (InputStream in = Prices.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("no " + LIST);
      }
      list.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double of(String name) {
    return Double.parseDouble(list.getProperty(name).strip());
  }

  /** US dollars for a million times what was counted. */
  double ofMillion(Count count) {
    double compute =
        of("lambda_request")
            + of("lambda_gigabyte_second")
                * of("lambda_gigabytes")
                * of("lambda_seconds_per_invocation");
    return count.requests() * of("http_api_request")
        + (count.pushes() + count.frames()) * of("websocket_message")
        + count.writeUnits() * of("dynamodb_write_unit")
        + count.readUnits() * of("dynamodb_read_unit")
        + count.standardMessages() * of("sqs_standard_request") * SQS_REQUESTS
        + count.fifoMessages() * of("sqs_fifo_request") * SQS_REQUESTS
        + count.invocations() * (compute + of("log_byte") * of("log_bytes_per_invocation"))
        + count.pushedBytes() * of("byte_out");
  }

  /** A message is sent, received and deleted; the polls that find nothing are not counted. */
  private static final int SQS_REQUESTS = 3;
}
