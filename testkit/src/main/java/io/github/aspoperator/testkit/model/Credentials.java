package io.github.aspoperator.testkit.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.aspoperator.testkit.model.world.Agent;
import io.github.aspoperator.testkit.model.world.Differs;
import io.github.aspoperator.testkit.model.world.Expect;
import io.github.aspoperator.testkit.model.world.Owner;
import io.github.aspoperator.testkit.model.world.World;

/** Tokens that change and agents that are removed: what worked before does so no more. */
final class Credentials {

  private final World world;
  private final Cast cast;
  private final Desk desk;
  private final Listeners listeners;
  private final Owner owner;

  Credentials(World world, Cast cast, Desk desk, Listeners listeners, Owner owner) {
    this.world = world;
    this.cast = cast;
    this.desk = desk;
    this.listeners = listeners;
    this.owner = owner;
  }

  void rotate(Agent agent) {
    quiet(agent);
    String[] next = new String[1];
    Expect expect = owner.rotate(agent, token -> next[0] = token);
    desk.ownerCall(agent, "POST", "/rotate-token", "", expect);
    listeners.awaitClosed(agent);
    desk.call(agent, "GET", "/sessions", "", Expect.unauthorized("rotate: the token before"));
    cast.token(agent, next[0]);
  }

  void remove(Agent agent) {
    quiet(agent);
    desk.ownerCall(agent, "DELETE", "", "", owner.remove(agent));
    listeners.awaitClosed(agent);
    owner.withdraw(agent);
  }

  /** What hangs up by itself is away; so nobody is to be in the middle of that. */
  private void quiet(Agent agent) {
    if (world.isAbsenceUnnoticed()) {
      listeners.settle(agent);
    } else {
      listeners.hangUp(agent);
    }
  }

  /** Whatever a removed agent, or its owner for it, tries. */
  void inVain(Agent agent, Act act) {
    switch (act) {
      case Act.Create _ -> registered(agent);
      case Act.Connect _ -> connected(agent);
      case Act.Remove _ ->
          desk.ownerCall(agent, "DELETE", "", "", Expect.notFound("removed: removed again"));
      case Act.Rotate _ ->
          desk.ownerCall(agent, "POST", "/rotate-token", "", Expect.notFound("removed: rotated"));
      case Act.Policy _, Act.Allow _, Act.Disallow _, Act.Block _, Act.Unblock _ ->
          desk.ownerCall(agent, "GET", "", "", Expect.notFound("removed: looked at"));
      default -> desk.call(agent, "GET", "/sessions", "", Expect.unauthorized("removed: any call"));
    }
  }

  private void registered(Agent agent) {
    String body = JsonNodeFactory.instance.objectNode().put("handle", agent.handle()).toString();
    desk.register(agent, body, Expect.exists("removed: registered again"));
  }

  private void connected(Agent agent) {
    Differs.unlessEqual(401, listeners.refusal(agent), "a handshake of " + Desk.name(agent));
    world.note("removed: connects");
  }
}
