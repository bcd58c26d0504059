package io.github.aspoperator.conformance.checks;

import io.github.aspoperator.conformance.check.Found;
import java.util.List;

/** All checks. */
public final class Suite {

  private static final List<Class<?>> TOPICS =
      List.of(
          SessionChecks.class,
          VerbChecks.class,
          ReopenChecks.class,
          EligibilityChecks.class,
          DeliveryChecks.class,
          PresenceChecks.class,
          ReadingChecks.class,
          ConnectionChecks.class,
          TrustChecks.class,
          DenialChecks.class,
          BlockChecks.class,
          ReuniteChecks.class,
          MessageKeyChecks.class,
          CreateKeyChecks.class,
          KeyRaceChecks.class,
          HeaderKeyChecks.class,
          ContentChecks.class,
          MetadataChecks.class,
          FieldChecks.class,
          VerbatimChecks.class,
          LimitChecks.class,
          ErrorChecks.class,
          RouteChecks.class,
          OrderChecks.class,
          RequestChecks.class,
          CredentialChecks.class,
          AdminChecks.class,
          OwnerChecks.class,
          WholeRunChecks.class);

  private Suite() {}

  /** By their ids. */
  public static List<Found> all() {
    return Found.of(TOPICS);
  }
}
