package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.testkit.AgentsContract;
import io.github.aspoperator.testkit.AllowlistsContract;
import io.github.aspoperator.testkit.BlocksContract;
import io.github.aspoperator.testkit.CredentialsContract;
import io.github.aspoperator.testkit.Home;
import io.github.aspoperator.testkit.OwnersContract;
import io.github.aspoperator.testkit.TicketsContract;
import org.junit.jupiter.api.Nested;

/** The ports on the agents table are held to their contracts. */
final class AgentsTableTest {

  @Nested
  class AgentItems extends AgentsContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class AllowlistItems extends AllowlistsContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class BlockItems extends BlocksContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class CredentialItems extends CredentialsContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class OwnerItems extends OwnersContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }

  @Nested
  class TicketItems extends TicketsContract {
    @Override
    protected Home open() {
      return new DynamoHome();
    }
  }
}
