package io.github.aspoperator.testkit;

/**
 * The contracts on homes that must not pass them; run by {@link ContractsAreNotVacuousTest} only.
 */
final class HollowHomes {

  private HollowHomes() {}

  /** Drops every write and says that it failed. */
  static final class DoesNothing extends PortContracts {
    @Override
    protected Home open() {
      return Hollow.saying(false);
    }
  }

  /** Drops every write and says that it succeeded. */
  static final class AgreesToEverything extends PortContracts {
    @Override
    protected Home open() {
      return Hollow.saying(true);
    }
  }
}
