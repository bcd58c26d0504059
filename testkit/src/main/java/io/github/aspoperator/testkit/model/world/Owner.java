package io.github.aspoperator.testkit.model.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;

/** Policies, allowlists and blocks, as an owner changes them (sections 2 and 7). */
public final class Owner {

  private final World world;

  /** The owner of all agents of {@code world}. */
  public Owner(World world) {
    this.world = world;
  }

  /** PATCH {policy}. */
  public Expect policy(Agent agent, boolean open) {
    agent.open = open;
    return view(open ? "policy: open" : "policy: allowlist", agent);
  }

  /** POST allowlist. */
  public Expect allow(Agent agent, String entry) {
    agent.allowlist.add(entry);
    return view(entry.endsWith(".*") ? "allow: all of an owner" : "allow: one", agent);
  }

  /** DELETE allowlist/{entry}: touches no existing session. */
  public Expect disallow(Agent agent, String entry) {
    boolean was = agent.allowlist.remove(entry);
    return view(was ? "disallow: what was there" : "disallow: what was not", agent);
  }

  private static Expect view(String cell, Agent agent) {
    ObjectNode view = Event.object().put("handle", agent.handle);
    view.put("policy", agent.open ? "open" : "allowlist");
    ArrayNode list = view.putArray("allowlist");
    agent.allowlist.forEach(list::add);
    return Expect.ok(cell, 200, body -> Differs.unlessEqual(view, body, cell));
  }

  /** POST rotate-token: {@code next} learns the new one. */
  public Expect rotate(Agent agent, Consumer<String> next) {
    Expect view = view("rotate", agent);
    return Expect.ok(
        view.cell(),
        200,
        body -> {
          ObjectNode rest = body.deepCopy();
          next.accept(rest.path("token").asText());
          rest.remove("token");
          view.body().accept(rest);
        });
  }

  /** DELETE: its connections are closed, and {@link #withdraw} follows. */
  public Expect remove(Agent agent) {
    agent.removed = true;
    return nothing("remove");
  }

  /** It leaves what it is in, and what it is invited to. */
  public void withdraw(Agent agent) {
    for (Session session : world.sessions) {
      if (session.active && session.hasPart(agent)) {
        Person person = session.person(agent).orElseThrow();
        world.note(
            person.is(Person.Status.JOINED) ? "remove: a joined one" : "remove: an invited one");
        session.call++;
        session.leave(person, Person.Why.ITS_OWN_LEAVE);
        world.follows(session);
      }
    }
  }

  /** GET blocks. */
  public Expect blocks(Agent agent) {
    ArrayNode list = Event.object().putArray("blocks");
    agent.blocks.forEach(list::add);
    JsonNode view = Event.object().set("blocks", list);
    return Expect.ok("blocks", 200, body -> Differs.unlessEqual(view, body, "blocks"));
  }

  /** PUT blocks/{peer}: the blocked one leaves every active session where both take part. */
  public Expect block(Agent agent, String peer) {
    if (peer.equals(agent.handle)) {
      return Expect.invalid("block: itself");
    }
    if (peer.endsWith("*")) {
      return Expect.invalid("block: a glob");
    }
    agent.blocks.add(peer);
    Optional<Agent> blocked = world.trust.find(peer);
    if (blocked.isEmpty()) {
      return nothing("block: unknown");
    }
    boolean together = false;
    for (Session session : world.sessions) {
      if (session.active && session.hasPart(agent) && session.hasPart(blocked.get())) {
        together = true;
        throwOut(session, session.person(blocked.get()).orElseThrow(), agent);
      }
    }
    return nothing(together ? "block: in a session together" : "block: apart");
  }

  private void throwOut(Session session, Person blocked, Agent blocker) {
    world.note(
        blocked.is(Person.Status.JOINED)
            ? "block: throws out a joined one"
            : "block: throws out an invited one");
    session.call++;
    session.throwOut(blocked, session.person(blocker).orElseThrow());
    if (!session.active) {
      world.note("block: ends the session");
    }
    world.follows(session);
  }

  /** DELETE blocks/{peer}: restores nothing. */
  public Expect unblock(Agent agent, String peer) {
    boolean was = agent.blocks.remove(peer);
    return nothing(was ? "unblock: what was blocked" : "unblock: what was not");
  }

  private static Expect nothing(String cell) {
    return Expect.ok(
        cell, 204, body -> Differs.unless(body.isMissingNode(), cell + " has a body: " + body));
  }
}
