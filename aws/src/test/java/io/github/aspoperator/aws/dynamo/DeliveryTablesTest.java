package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.testkit.HeadsContract;
import io.github.aspoperator.testkit.Home;
import io.github.aspoperator.testkit.IdempotencyContract;
import io.github.aspoperator.testkit.LagsContract;
import io.github.aspoperator.testkit.PresencesContract;
import io.github.aspoperator.testkit.SessionIndexContract;
import io.github.aspoperator.testkit.SessionLogContract;
import io.github.aspoperator.testkit.SessionLogKeysContract;
import io.github.aspoperator.testkit.SessionLogRacesContract;
import org.junit.jupiter.api.Nested;

/** The ports on the log table and the delivery table are held to their contracts. */
final class DeliveryTablesTest {

  @Nested
  class Log extends SessionLogContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class LogKeys extends SessionLogKeysContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class LogRaces extends SessionLogRacesContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class IdempotencyKeys extends IdempotencyContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class Index extends SessionIndexContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class HeadItems extends HeadsContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class LagItems extends LagsContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class PresenceItems extends PresencesContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }
}
