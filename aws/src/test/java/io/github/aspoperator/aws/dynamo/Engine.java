package io.github.aspoperator.aws.dynamo;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Where the tables of the tests are: DynamoDB Local in this process, in memory, started when it is
 * first needed; or what the system property {@code asp.dynamodb.endpoint} names.
 */
final class Engine {

  private static final String PROPERTY = "asp.dynamodb.endpoint";
  private static final String LOCAL_ENGINE = "io.github.aspoperator.aws.dynamo.LocalEngine";

  private static final URI ENDPOINT =
      Optional.ofNullable(System.getProperty(PROPERTY)).map(URI::create).orElseGet(Engine::start);

  private Engine() {}

  /** A client that shows each call to {@code interceptors}. */
  static DynamoDbClient client(ExecutionInterceptor... interceptors) {
    return DynamoDbClient.builder()
        .endpointOverride(ENDPOINT)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .overrideConfiguration(o -> {
          for (ExecutionInterceptor interceptor : interceptors) {
            o.addExecutionInterceptor(interceptor);
          }
        })
        .build();
  }

  /** A client of the streams. */
  static DynamoDbStreamsClient streams() {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(ENDPOINT)
        .region(Region.EU_WEST_1)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }

  /** By name, because a build may leave it out. */
  private static URI start() {
    try {
      Object engine =
          Class.forName(LOCAL_ENGINE).asSubclass(Supplier.class).getConstructor().newInstance();
      return (URI) ((Supplier<?>) engine).get();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "DynamoDB Local was left out of this build: name another engine in -D" + PROPERTY, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }
}
