package io.github.aspoperator.bed.dynamo;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The SDK's clients of an engine, for the bed's own calls. */
public final class Clients {

  /** Who the bed is when it calls for itself. */
  private static final StaticCredentialsProvider BED =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("bed", "bed"));

  private Clients() {}

  /** A client of tables. */
  public static DynamoDbClient tables(URI engine, String region) {
    return DynamoDbClient.builder()
        .endpointOverride(engine)
        .region(Region.of(region))
        .credentialsProvider(BED)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /** A client of streams. */
  public static DynamoDbStreamsClient streams(URI engine, String region) {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(engine)
        .region(Region.of(region))
        .credentialsProvider(BED)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
