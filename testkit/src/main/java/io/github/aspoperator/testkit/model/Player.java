package io.github.aspoperator.testkit.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.testkit.model.world.Agent;
import io.github.aspoperator.testkit.model.world.Connection;
import io.github.aspoperator.testkit.model.world.Creation;
import io.github.aspoperator.testkit.model.world.Expect;
import io.github.aspoperator.testkit.model.world.Owner;
import io.github.aspoperator.testkit.model.world.Session;
import io.github.aspoperator.testkit.model.world.Verbs;
import io.github.aspoperator.testkit.model.world.View;
import io.github.aspoperator.testkit.model.world.World;
import java.util.List;
import java.util.Optional;

/** Plays commands, each to the model first and then to the operator. */
final class Player {

  private final World world;
  private final Cast cast;
  private final Desk desk;
  private final Listeners listeners;
  private final Checks checks;
  private final Trace trace;
  private final Table table;
  private final Creation creation;
  private final Verbs verbs;
  private final Owner owner;
  private final Credentials credentials;

  Player(
      World world,
      Cast cast,
      Desk desk,
      Listeners listeners,
      Checks checks,
      Trace trace,
      Table table) {
    this.world = world;
    this.cast = cast;
    this.desk = desk;
    this.listeners = listeners;
    this.checks = checks;
    this.trace = trace;
    this.table = table;
    this.creation = new Creation(world);
    this.verbs = new Verbs(world);
    this.owner = new Owner(world);
    this.credentials = new Credentials(world, cast, desk, listeners, owner);
  }

  void play(Act act) {
    Agent by = cast.agent(act.by());
    if (by.isRemoved()) {
      credentials.inVain(by, act);
    } else {
      play(by, act);
    }
    listeners.awaitWhatFollows();
    world.takeCells().forEach(table::count);
  }

  private void play(Agent by, Act act) {
    switch (act) {
      case Act.Create create -> create(by, create);
      case Act.InSession in -> inSession(by, in);
      case Act.ListSessions(_, int limit) -> list(by, limit);
      case Act.Block(_, int peer) -> block(by, cast.handle(peer));
      case Act.BlockAll(_, int peer) -> block(by, cast.owner(peer) + ".*");
      case Act.Unblock(_, int peer) -> {
        String handle = cast.handle(peer);
        desk.ownerCall(by, "DELETE", "/blocks/" + handle, "", owner.unblock(by, handle));
      }
      case Act.Blocks _ -> desk.ownerCall(by, "GET", "/blocks", "", owner.blocks(by));
      case Act.Policy(_, boolean open) -> {
        String body = Bodies.policy(open).toString();
        desk.ownerCall(by, "PATCH", "", body, owner.policy(by, open));
      }
      case Act.Allow(_, int peer, boolean all) -> {
        String entry = entry(peer, all);
        String body = Bodies.entries(entry).toString();
        desk.ownerCall(by, "POST", "/allowlist", body, owner.allow(by, entry));
      }
      case Act.Disallow(_, int peer, boolean all) -> {
        String entry = entry(peer, all);
        desk.ownerCall(by, "DELETE", "/allowlist/" + entry, "", owner.disallow(by, entry));
      }
      case Act.Connect _ -> connect(by);
      case Act.Close(_, int which) -> close(by, which, true);
      case Act.Cut(_, int which) -> close(by, which, !world.isAbsenceUnnoticed());
      case Act.Rotate _ -> credentials.rotate(by);
      case Act.Remove _ -> credentials.remove(by);
    }
  }

  private String entry(int peer, boolean all) {
    return all ? cast.owner(peer) + ".*" : cast.handle(peer);
  }

  private void create(Agent by, Act.Create act) {
    ObjectNode body = Bodies.create(act, cast);
    String[] headers = Bodies.header(act.key());
    Expect expect = creation.create(by, body, Bodies.headerKey(act.key()));
    desk.call(by, "POST", "/sessions", body.toString(), expect, headers);
    if (expect.status() == 404) {
      ObjectNode strangers = Bodies.toStrangers(body);
      desk.call(by, "POST", "/sessions", strangers.toString(), expect, headers);
    }
  }

  private void block(Agent by, String peer) {
    desk.ownerCall(by, "PUT", "/blocks/" + peer, "", owner.block(by, peer));
  }

  private void list(Agent by, int limit) {
    if (limit == 0) {
      desk.call(by, "GET", "/sessions?limit=0", "", Expect.invalid("list: bad limit"));
      return;
    }
    trace.add(Desk.name(by) + " lists its sessions, " + limit + " at a time");
    table.count(checks.sessions(by, limit) > 1 ? "list: in pages" : "list: at once");
  }

  private void connect(Agent by) {
    if (by.connections().size() < 3) {
      trace.add(Desk.name(by) + " connects");
      listeners.connect(by);
    }
  }

  private void close(Agent by, int which, boolean clean) {
    List<Connection> open = by.connections();
    if (!open.isEmpty()) {
      Connection connection = open.get(which % open.size());
      String how = clean ? " closes connection " : " loses connection ";
      trace.add(Desk.name(by) + how + which % open.size());
      if (clean) {
        listeners.close(by, connection);
      } else {
        listeners.cut(by, connection);
      }
    }
  }

  private void inSession(Agent by, Act.InSession act) {
    Optional<Session> found = session(act.session());
    if (found.isEmpty()) {
      new Nowhere(desk).play(by, act);
      return;
    }
    Session session = found.get();
    String path = "/sessions/" + session.id();
    switch (act) {
      case Act.Join _ -> desk.call(by, "POST", path + "/join", "", verbs.join(by, session));
      case Act.Leave _ -> desk.call(by, "POST", path + "/leave", "{}", verbs.leave(by, session));
      case Act.End _ -> desk.call(by, "POST", path + "/end", "", verbs.end(by, session));
      case Act.Invite(_, _, var invite) -> {
        List<String> handles = invite.stream().map(cast::handle).toList();
        String body = Bodies.invite(handles).toString();
        desk.call(by, "POST", path + "/invite", body, verbs.invite(by, session, handles));
      }
      case Act.Send send -> {
        ObjectNode body = Bodies.send(send);
        String text = send.shuffled() ? Bodies.shuffled(body) : body.toString();
        Expect expect = verbs.send(by, session, body, Bodies.headerKey(send.key()));
        desk.call(by, "POST", path + "/messages", text, expect, Bodies.header(send.key()));
      }
      case Act.Reopen reopen -> reopen(by, session, reopen);
      case Act.Look _ -> desk.call(by, "GET", path, "", View.of(by, session));
      case Act.Read(_, _, int after, int limit) -> read(by, session, after, limit);
    }
  }

  private void reopen(Agent by, Session session, Act.Reopen act) {
    String path = "/sessions/" + session.id() + "/reopen";
    Optional<List<String>> invite =
        act.invite().map(list -> list.stream().map(cast::handle).toList());
    ObjectNode body = Bodies.reopen(invite, act.message());
    Optional<JsonNode> message = Optional.ofNullable(body.get("initial_message"));
    if (message.isPresent()) {
      world.note("reopen: with a message");
    }
    Expect expect = verbs.reopen(by, session, invite, message);
    desk.call(by, "POST", path, body.toString(), expect);
    if (expect.status() == 404 && invite.isPresent()) {
      desk.call(by, "POST", path, Bodies.toStrangers(body).toString(), expect);
    }
  }

  private void read(Agent by, Session session, int after, int limit) {
    String path = "/sessions/" + session.id() + "/events";
    if (after < 0 || limit == 0) {
      String query = "?after_sequence=" + after + "&limit=" + limit;
      desk.call(by, "GET", path + query, "", Expect.invalid("events: bad range"));
    } else if (world.history(by, session).isEmpty()) {
      desk.call(by, "GET", path, "", Expect.notFound("events: stranger"));
    } else {
      trace.add(Desk.name(by) + " reads " + session + " from " + after + ", " + limit + " a page");
      int pages = checks.history(by, session, after, limit);
      table.count(pages > 1 ? "events: in pages" : "events: at once");
    }
  }

  /** Sessions count from the newest. */
  private Optional<Session> session(int number) {
    List<Session> newest = world.sessions().reversed();
    return number < 0 || newest.isEmpty()
        ? Optional.empty()
        : Optional.of(newest.get(number % newest.size()));
  }
}
