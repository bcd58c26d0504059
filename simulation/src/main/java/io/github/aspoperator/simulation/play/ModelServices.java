package io.github.aspoperator.simulation.play;

import io.github.aspoperator.aws.process.Services;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The modelled parts, as the adapters ask for them. */
record ModelServices(
    DynamoDbClient dynamo, SqsClient sqs, ApiGatewayManagementApiClient connections)
    implements Services {

  /** Nothing that is simulated asks for the operator's token. */
  @Override
  public SecretsManagerClient secrets() {
    throw new UnsupportedOperationException("no secret is simulated");
  }
}
