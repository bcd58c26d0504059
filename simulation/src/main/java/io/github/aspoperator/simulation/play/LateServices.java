package io.github.aspoperator.simulation.play;

import io.github.aspoperator.aws.process.Services;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The parts call the functions and the functions the parts: these are named once both are there.
 */
final class LateServices implements Services {

  private @Nullable Services services;

  void are(Services named) {
    services = named;
  }

  private Services named() {
    if (services == null) {
      throw new IllegalStateException("the parts are not there yet");
    }
    return services;
  }

  @Override
  public DynamoDbClient dynamo() {
    return named().dynamo();
  }

  @Override
  public SqsClient sqs() {
    return named().sqs();
  }

  @Override
  public SecretsManagerClient secrets() {
    return named().secrets();
  }

  @Override
  public ApiGatewayManagementApiClient connections() {
    return named().connections();
  }
}
