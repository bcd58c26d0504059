package io.github.aspoperator.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.identity.RandomIds;
import io.github.aspoperator.identity.SessionId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What all contracts share: a fresh home for each test. */
@Timeout(120)
abstract class Contract {

  /** Fresh ids. */
  final Ids ids = new RandomIds(System::currentTimeMillis);

  private @Nullable Home home;

  /** A home with nothing in it. */
  protected abstract Home open();

  @BeforeEach
  void moveIn() {
    home = open();
  }

  @AfterEach
  void moveOut() {
    home().close();
  }

  final Home home() {
    return Objects.requireNonNull(home, "a home only lasts as long as its test");
  }

  /** A session nobody has heard of. */
  final SessionId session() {
    return new SessionId(ids.next());
  }

  /** Dies and comes back; ends the test where nothing would outlive that. */
  final void restart() {
    assumeTrue(home().isDurable(), "nothing of this home outlives the process");
    home().restart();
  }
}
