package io.github.aspoperator.bed.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the items {@code a} and then {@code b} of the session that its body names, and a job. */
public final class Put implements RequestStreamHandler {

  private final Map<String, String> environment;

  /** As in a process. */
  public Put() {
    this(System.getenv());
  }

  /** As in a thread. */
  public Put(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var event = new ObjectMapper().readTree(in);
    String session = event.path("body").asText();
    try (DynamoDbClient tables = tables()) {
      put(tables, session, "1");
      put(tables, session, "2");
    }
    try (SqsClient queues = queues()) {
      queues.sendMessage(r ->
          r.queueUrl(environment.get("WORK"))
              .messageBody(session)
              .messageGroupId(session)
              .messageDeduplicationId(session + context.getAwsRequestId()));
    }
    out.write("{\"statusCode\":204}".getBytes(StandardCharsets.UTF_8));
  }

  private void put(DynamoDbClient tables, String session, String at) {
    tables.putItem(r ->
        r.tableName(environment.get("TABLE"))
            .item(
                Map.of(
                    "s", AttributeValue.fromS(session),
                    "k", AttributeValue.fromN(at),
                    "b", AttributeValue.fromM(Map.of("c", AttributeValue.fromS("content"))))));
  }

  private DynamoDbClient tables() {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create(environment.getOrDefault("AWS_ENDPOINT_URL_DYNAMODB", "")))
        .region(Region.of(environment.getOrDefault("AWS_REGION", "")))
        .credentialsProvider(credentials())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private SqsClient queues() {
    return SqsClient.builder()
        .endpointOverride(URI.create(environment.getOrDefault("AWS_ENDPOINT_URL_SQS", "")))
        .region(Region.of(environment.getOrDefault("AWS_REGION", "")))
        .credentialsProvider(credentials())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
            environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "")));
  }
}
