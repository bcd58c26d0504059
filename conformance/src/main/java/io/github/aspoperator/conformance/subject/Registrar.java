package io.github.aspoperator.conformance.subject;

import java.util.List;

/** Makes agents through the owner's side. */
@FunctionalInterface
public interface Registrar {

  /** As many new agents as asked, open to everybody. */
  List<Account> fresh(int count);
}
