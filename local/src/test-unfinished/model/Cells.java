package io.github.aspoperator.local.model;

import java.util.Set;
import java.util.stream.Collectors;

/** Every command and outcome that the contract has. */
final class Cells {

  private Cells() {}

  static final Set<String> ALL =
      """
      """
          .lines()
          .collect(Collectors.toUnmodifiableSet());
}
