package io.github.aspoperator.conformance.engine;

import io.github.aspoperator.conformance.play.Caller;
import io.github.aspoperator.conformance.play.Evidence;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.subject.Account;
import io.github.aspoperator.conformance.subject.Registrar;
import io.github.aspoperator.conformance.subject.Target;
import java.util.ArrayList;
import java.util.List;

/** Fresh agents from the owner's side, each of an owner of its own. */
final class Registered implements Registrar {

  private final Target target;

  Registered(Target target) {
    this.target = target;
  }

  @Override
  public List<Account> fresh(int count) {
    Play play = new Play("", new Caller(target, new Evidence()), List.of());
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var agent = play.agent("open");
      accounts.add(new Account(agent.handle(), agent.token()));
    }
    return accounts;
  }
}
