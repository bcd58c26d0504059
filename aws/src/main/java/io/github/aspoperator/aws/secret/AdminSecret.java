package io.github.aspoperator.aws.secret;

import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.refusal.Unavailable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The operator's own token: only its hash is kept, and asked for again after a minute. */
public final class AdminSecret {

  private static final long KEPT_MILLIS = 60_000;

  private final Supplier<SecretsManagerClient> client;
  private final String name;
  private final Clock clock;
  private @Nullable TokenHash hash;
  private long readAt;

  /** The secret of that name or ARN. */
  public AdminSecret(Supplier<SecretsManagerClient> client, String name, Clock clock) {
    this.client = client;
    this.name = name;
    this.clock = clock;
  }

  /** What the operator's token hashes to. Throws {@link Unavailable} when it cannot be read. */
  public synchronized TokenHash hash() {
    TokenHash known = hash;
    if (known == null || clock.now() - readAt > KEPT_MILLIS) {
      known = read();
      hash = known;
      readAt = clock.now();
    }
    return known;
  }

  private TokenHash read() {
    try {
      return new Token(client.get().getSecretValue(r -> r.secretId(name)).secretString()).hash();
    } catch (SdkException e) {
      throw new Unavailable("Secrets Manager", e);
    }
  }
}
