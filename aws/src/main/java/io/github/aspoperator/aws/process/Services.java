package io.github.aspoperator.aws.process;

import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients; each is made when it is asked for. */
public interface Services {

  /** The tables. */
  DynamoDbClient dynamo();

  /** The queues. */
  SqsClient sqs();

  /** The operator's token. */
  SecretsManagerClient secrets();

  /** The connections of the WebSocket stage. */
  ApiGatewayManagementApiClient connections();
}
