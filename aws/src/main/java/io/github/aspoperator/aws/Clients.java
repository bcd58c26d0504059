package io.github.aspoperator.aws;

import io.github.aspoperator.aws.process.Services;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients, and long they try. */
public final class Clients implements Services {

  /** One try of a call to a table or a queue, and all of them together. */
  private static final Duration TRY = Duration.ofSeconds(1);

  private static final Duration CALL = Duration.ofMillis(2_500);

  /** A connection that takes no frame for that long takes none (protocol section 5). */
  private static final Duration POST = Duration.ofSeconds(2);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);
  private static final int TRIES = 4;

  private final Settings settings;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;

  /** Clients of the services that {@code settings} name. */
  public Clients(Settings settings) {
    this(settings, credentials(settings), Connections.within(TRY, POST));
    if (settings.endpoint("DYNAMODB").isEmpty()) {
      Connections.prepareTls();
    }
  }

  /** Clients of these services that call through {@code http}. */
  Clients(Settings settings, AwsCredentialsProvider credentials, SdkHttpClient http) {
    this.settings = settings;
    this.credentials = credentials;
    this.http = http;
  }

  /** From the variables that Lambda sets, or from where a restored snapshot finds fresh ones. */
  private static AwsCredentialsProvider credentials(Settings settings) {
    Optional<String> id = settings.optional("AWS_ACCESS_KEY_ID");
    Optional<String> secret = settings.optional("AWS_SECRET_ACCESS_KEY");
    if (id.isEmpty() || secret.isEmpty()) {
      return ContainerCredentialsProvider.builder().build();
    }
    AwsCredentials known =
        settings
            .optional("AWS_SESSION_TOKEN")
            .<AwsCredentials>map(
                token -> AwsSessionCredentials.create(id.get(), secret.get(), token))
            .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get()));
    return StaticCredentialsProvider.create(known);
  }

  @Override
  public DynamoDbClient dynamo() {
    return common(DynamoDbClient.builder(), "DYNAMODB").overrideConfiguration(trying()).build();
  }

  @Override
  public SqsClient sqs() {
    // a body of a kilobyte or two needs no second digest
    return common(SqsClient.builder(), "SQS")
        .checksumValidationEnabled(false)
        .overrideConfiguration(trying())
        .build();
  }

  @Override
  public SecretsManagerClient secrets() {
    return common(SecretsManagerClient.builder(), "SECRETS_MANAGER")
        .overrideConfiguration(trying())
        .build();
  }

  @Override
  public ApiGatewayManagementApiClient connections() {
    return on(ApiGatewayManagementApiClient.builder(), Optional.of(settings.connections()))
        .overrideConfiguration(waiting(POST, POST))
        .build();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B common(
      B builder, String service) {
    return on(builder, settings.endpoint(service));
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B on(
      B builder, Optional<URI> endpoint) {
    builder.region(Region.of(settings.region())).credentialsProvider(credentials).httpClient(http);
    endpoint.ifPresent(builder::endpointOverride);
    return builder;
  }

  private static ClientOverrideConfiguration trying() {
    return waiting(TRY, CALL);
  }

  /**
   * Bounded tries, with pauses that are drawn, so that those who were refused do not come back at
   * once.
   */
  private static ClientOverrideConfiguration waiting(Duration one, Duration all) {
    BackoffStrategy pauses = BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE);
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(one)
        .apiCallTimeout(all)
        .retryStrategy(
            StandardRetryStrategy.builder()
                .maxAttempts(TRIES)
                .backoffStrategy(pauses)
                .throttlingBackoffStrategy(pauses)
                .build())
        .build();
  }
}
