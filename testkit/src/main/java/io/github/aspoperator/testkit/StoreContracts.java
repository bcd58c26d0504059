package io.github.aspoperator.testkit;

import org.junit.jupiter.api.Nested;

/**
 * All contracts but that of jobs: a home that extends this and says how to {@link #open} itself is
 * held to them.
 */
public abstract class StoreContracts {

  /** A home with nothing in it. */
  protected abstract Home open();

  @Nested
  class Log extends SessionLogContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class LogKeys extends SessionLogKeysContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class LogRaces extends SessionLogRacesContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class IdempotencyKeys extends IdempotencyContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class Index extends SessionIndexContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class HeadItems extends HeadsContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class LagItems extends LagsContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class PresenceItems extends PresencesContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class AgentItems extends AgentsContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class AllowlistItems extends AllowlistsContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class BlockItems extends BlocksContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class CredentialItems extends CredentialsContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class OwnerItems extends OwnersContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }

  @Nested
  class TicketItems extends TicketsContract {
    @Override
    protected Home open() {
      return StoreContracts.this.open();
    }
  }
}
