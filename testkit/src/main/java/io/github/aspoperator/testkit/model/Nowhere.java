package io.github.aspoperator.testkit.model;

import io.github.aspoperator.testkit.model.world.Agent;
import io.github.aspoperator.testkit.model.world.Expect;
import java.util.List;
import java.util.Optional;

/** Commands to a session that does not exist: always 404, but what is malformed is told first. */
final class Nowhere {

  private final Desk desk;

  Nowhere(Desk desk) {
    this.desk = desk;
  }

  void play(Agent by, Act.InSession act) {
    String path = "/sessions/" + Desk.NO_SESSION;
    switch (act) {
      case Act.Join _ -> desk.call(by, "POST", path + "/join", "", nothing("join"));
      case Act.Leave _ -> desk.call(by, "POST", path + "/leave", "", nothing("leave"));
      case Act.End _ -> desk.call(by, "POST", path + "/end", "", nothing("end"));
      case Act.Look _ -> desk.call(by, "GET", path, "", nothing("look"));
      case Act.Read _ -> desk.call(by, "GET", path + "/events", "", nothing("events"));
      case Act.Invite _ -> {
        String body = Bodies.invite(List.of(Cast.stranger(0))).toString();
        desk.call(by, "POST", path + "/invite", body, nothing("invite"));
      }
      case Act.Reopen reopen -> {
        String body = Bodies.reopen(Optional.empty(), reopen.message()).toString();
        desk.call(by, "POST", path + "/reopen", body, nothing("reopen"));
      }
      case Act.Send send -> {
        String body = Bodies.send(send).toString();
        boolean badKey = send.key().filter(key -> key.number() < 0).isPresent();
        Expect expect = badKey ? Expect.invalid("send: bad key") : nothing("send");
        desk.call(by, "POST", path + "/messages", body, expect, Bodies.header(send.key()));
      }
    }
  }

  private static Expect nothing(String verb) {
    return Expect.notFound(verb + ": no such session");
  }
}
