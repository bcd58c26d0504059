package io.github.aspoperator.simulation.table;

import io.github.aspoperator.simulation.part.Calls;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** Reads and writes of tables. */
enum TableCall implements Calls.Kind {
  READ,
  WRITE;

  private static final String BUSY = "ProvisionedThroughputExceededException";

  @Override
  public SdkException busy() {
    return ProvisionedThroughputExceededException.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(BUSY).build())
        .statusCode(400)
        .message("too busy")
        .writableStackTrace(false)
        .build();
  }

  @Override
  public boolean writes() {
    return this == WRITE;
  }
}
