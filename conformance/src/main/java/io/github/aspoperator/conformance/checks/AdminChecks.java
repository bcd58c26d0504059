package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.check.Need;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Json;
import io.github.aspoperator.conformance.play.Owner;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an owner sets up: agents, their policies, lists and blocks (section 7). */
public final class AdminChecks {

  private static String of(Agent agent) {
    return "/agents/" + agent.handle();
  }

  /** What is said of an agent without its token. */
  private static String view(String handle, String policy, String... allowlist) {
    String entries = List.of(allowlist).stream().map(Json::quote).toList().toString();
    return "{\"handle\":\"%s\",\"policy\":\"%s\",\"allowlist\":%s}"
        .formatted(handle, policy, entries);
  }

  @Check(id = "ASP-ADM-001", clause = Clause.REGISTRATION, agents = 0, needs = Need.ADMIN)
  public void aRegisteredAgentCanCallAtOnce(Play play) {
    for (String policy : List.of("open", "allowlist")) {
      String handle = "@" + play.word() + ".one";
      Reply reply = play.admin().register(handle, policy).is(201);
      Expect.that(reply.text("token").length() >= 32, "a token that can be guessed");
      Set<String> fields = new HashSet<>();
      reply.json().fieldNames().forEachRemaining(fields::add);
      Expect.equal(Set.of("handle", "policy", "allowlist", "token"), fields, "the fields");
      Expect.equal(handle, reply.text("handle"), "the handle");
      Expect.equal(policy, reply.text("policy"), "the policy");
      Expect.equal(Json.read("[]"), reply.json().path("allowlist"), "the allowlist");
      String bearer = "Bearer " + reply.text("token");
      var _ = play.anonymous("POST", "/sessions", "{}", "Authorization", bearer).is(201);
    }
  }

  @Check(id = "ASP-ADM-002", clause = Clause.REGISTRATION, agents = 1, needs = Need.ADMIN)
  public void aHandleIsRegisteredOnce(Play play) {
    var _ = play.admin().register(play.ann().handle(), "open").is(409);
    var _ = play.ann().create("{}").is(201);
  }

  @Check(id = "ASP-ADM-003", clause = Clause.REGISTRATION, agents = 0, needs = Need.ADMIN)
  public void whatIsNoRegistrationIsRefused(Play play) {
    for (String handle : List.of("", "a.b", "@a", "@A.b", "@a.b.c", "@a.*", "@a.", "@a b.c")) {
      var _ = play.admin().register(handle, "open").is(400);
    }
    var _ = play.admin().register(play.nobody(), "closed").is(400);
    var _ = play.admin().call("POST", "/agents", "{}").is(400);
    var _ = play.admin().call("POST", "/agents", "{\"handle\":5}").is(400);
    String strange = "{\"handle\":" + Json.quote(play.nobody()) + ",\"x\":1}";
    var _ = play.admin().call("POST", "/agents", strange).is(400);
  }

  @Check(id = "ASP-ADM-004", clause = Clause.REGISTRATION, agents = 0, needs = Need.ADMIN)
  public void thePolicyMayBeCalledInboundPolicy(Play play) {
    String body = "{\"handle\":" + Json.quote(play.nobody()) + ",\"inbound_policy\":\"open\"}";
    Reply reply = play.admin().call("POST", "/agents", body).is(201);
    Expect.equal("open", reply.text("policy"), "the policy");
  }

  @Check(id = "ASP-ADM-005", clause = Clause.AGENTS_READ, agents = 1, needs = Need.ADMIN)
  public void anAgentIsReadWithoutItsToken(Play play) {
    String handle = play.ann().handle();
    var _ = play.admin().call("GET", of(play.ann()), "").is(200, view(handle, "open"));
    play.admin().allow(play.ann(), "@a.b");
    var _ = play.admin().call("GET", of(play.ann()), "").is(200, view(handle, "open", "@a.b"));
  }

  @Check(id = "ASP-ADM-006", clause = Clause.AGENTS_READ, needs = Need.ADMIN)
  public void allAgentsAreReadPageByPageWithoutTokens(Play play) {
    List<String> handles = new ArrayList<>();
    String cursor = "";
    Set<String> cursors = new HashSet<>();
    do {
      Expect.that(cursors.add(cursor), "the same cursor again");
      Reply page = play.admin().call("GET", "/agents?limit=100" + cursor, "").is(200);
      Expect.that(page.json().path("agents").size() <= 100, "more agents than asked for");
      for (JsonNode agent : page.json().path("agents")) {
        Set<String> fields = new HashSet<>();
        agent.fieldNames().forEachRemaining(fields::add);
        Expect.equal(Set.of("handle", "policy", "allowlist"), fields, "the fields");
        handles.add(agent.path("handle").asText());
      }
      String next = page.json().path("next_cursor").asText("");
      cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    } while (!cursor.isEmpty());
    Expect.equal(handles.size(), new HashSet<>(handles).size(), "agents listed once");
    for (Agent agent : play.agents()) {
      Expect.that(handles.contains(agent.handle()), agent + " is not listed");
    }
  }

  @Check(id = "ASP-ADM-007", clause = Clause.OWN_ADMIN, agents = 1, needs = Need.ADMIN)
  public void aPolicyIsChanged(Play play) {
    String handle = play.ann().handle();
    for (String policy : List.of("allowlist", "open")) {
      String body = "{\"policy\":\"" + policy + "\"}";
      var _ = play.admin().call("PATCH", of(play.ann()), body).is(200, view(handle, policy));
      var _ = play.admin().call("GET", of(play.ann()), "").is(200, view(handle, policy));
    }
    for (String wrong : List.of("{}", "{\"policy\":\"closed\"}", "{\"policy\":null}")) {
      var _ = play.admin().call("PATCH", of(play.ann()), wrong).is(400);
    }
    var _ = play.admin().call("GET", of(play.ann()), "").is(200, view(handle, "open"));
  }

  @Check(id = "ASP-ADM-008", clause = Clause.OWN_ADMIN, agents = 1, needs = Need.ADMIN)
  public void entriesAreAddedAndTakenOff(Play play) {
    String handle = play.ann().handle();
    String list = of(play.ann()) + "/allowlist";
    Reply added =
        play.admin().call("POST", list, "{\"entries\":[\"@a.b\",\"@c.*\",\"@a.b\"]}").is(200);
    Expect.equal(Set.of("@a.b", "@c.*"), entries(added), "the entries");
    Reply more = play.admin().call("POST", list, "{\"entries\":[\"@a.b\",\"@d.e\"]}").is(200);
    Expect.equal(Set.of("@a.b", "@c.*", "@d.e"), entries(more), "the entries");
    Expect.equal(3, more.json().path("allowlist").size(), "each once");
    var _ = play.admin().call("DELETE", list + "/@c.*", "").is(200);
    var _ = play.admin().call("DELETE", list + "/@nobody.here", "").is(200);
    var _ = play.admin().call("DELETE", list + "/@d.e", "").is(200, view(handle, "open", "@a.b"));
  }

  private static Set<String> entries(Reply reply) {
    Set<String> entries = new HashSet<>();
    reply.json().path("allowlist").forEach(entry -> entries.add(entry.asText()));
    return entries;
  }

  @Check(id = "ASP-ADM-009", clause = Clause.OWN_ADMIN, agents = 1, needs = Need.ADMIN)
  public void whatIsNoEntryIsRefusedAndNothingIsAdded(Play play) {
    String list = of(play.ann()) + "/allowlist";
    for (String wrong : List.of("", "a.b", "@a", "@*.b", "@a.b*", "*", "@*.*", "@A.b")) {
      String body = "{\"entries\":[\"@a.b\"," + Json.quote(wrong) + "]}";
      var _ = play.admin().call("POST", list, body).is(400);
    }
    var _ = play.admin().call("POST", list, "{\"entries\":\"@a.b\"}").is(400);
    var _ = play.admin().call("GET", of(play.ann()), "").is(200, view(play.ann().handle(), "open"));
  }

  @Check(
      id = "ASP-ADM-010",
      clause = Clause.OWN_ADMIN,
      level = Level.OURS,
      agents = 3,
      needs = Need.ADMIN)
  public void blocksAreListed(Play play) {
    String blocks = of(play.ann()) + "/blocks";
    var _ = play.admin().call("GET", blocks, "").is(200, "{\"blocks\":[]}");
    play.admin().block(play.ann(), play.bob());
    play.admin().block(play.ann(), play.carol());
    play.admin().block(play.ann(), play.bob());
    Set<String> listed = new HashSet<>();
    JsonNode all = play.admin().call("GET", blocks, "").is(200).json().path("blocks");
    all.forEach(one -> listed.add(one.asText()));
    Expect.equal(Set.of(play.bob().handle(), play.carol().handle()), listed, "the blocks");
    Expect.equal(2, all.size(), "each once");
    play.admin().unblock(play.ann(), play.bob());
    String left = "{\"blocks\":" + Agent.list(play.carol()) + "}";
    var _ = play.admin().call("GET", blocks, "").is(200, left);
    var _ = play.admin().call("GET", of(play.bob()) + "/blocks", "").is(200, "{\"blocks\":[]}");
  }

  @Check(id = "ASP-ADM-011", clause = Clause.OWN_ADMIN, needs = Need.ADMIN)
  public void handlesInPathsMayBePercentEncoded(Play play) {
    String plain = play.ann().handle();
    String encoded = plain.replace("@", "%40").replace(".", "%2E");
    String path = "/agents/" + encoded;
    var _ = play.admin().call("GET", path, "").is(200, view(plain, "open"));
    var _ = play.admin().call("PATCH", path, "{\"policy\":\"allowlist\"}").is(200);
    var _ = play.admin().call("POST", path + "/allowlist", "{\"entries\":[\"@a.*\"]}").is(200);
    var _ =
        play.admin()
            .call("DELETE", path + "/allowlist/%40a.%2A", "")
            .is(200, view(plain, "allowlist"));
    String peer = play.bob().handle().replace("@", "%40");
    var _ = play.admin().call("PUT", path + "/blocks/" + peer, "").is(204);
    var _ =
        play.admin()
            .call("GET", path + "/blocks", "")
            .is(200, "{\"blocks\":" + Agent.list(play.bob()) + "}");
    var _ = play.admin().call("DELETE", path + "/blocks/" + peer, "").is(204);
    var _ = play.admin().call("POST", path + "/rotate-token", "").is(200);
    var _ = play.admin().call("DELETE", path, "").is(204);
    var _ = play.admin().call("GET", of(play.ann()), "").is(404);
  }

  @Check(id = "ASP-ADM-012", clause = Clause.OWN_ADMIN, agents = 1, needs = Need.ADMIN)
  public void anUnknownAgentIs404ForEveryCall(Play play) {
    for (Reply reply : everyCall(play.admin(), play.nobody(), play.ann().handle())) {
      var _ = reply.is(404);
    }
  }

  /** Every call there is for one agent, removal the last. */
  static List<Reply> everyCall(Owner owner, String handle, String peer) {
    String path = "/agents/" + handle;
    return List.of(
        owner.call("GET", path, ""),
        owner.call("PATCH", path, "{\"policy\":\"allowlist\"}"),
        owner.call("POST", path + "/rotate-token", ""),
        owner.call("POST", path + "/allowlist", "{\"entries\":[\"@a.b\"]}"),
        owner.call("DELETE", path + "/allowlist/@a.b", ""),
        owner.call("GET", path + "/blocks", ""),
        owner.call("PUT", path + "/blocks/" + peer, ""),
        owner.call("DELETE", path + "/blocks/" + peer, ""),
        owner.call("DELETE", path, ""));
  }

  @Check(id = "ASP-ADM-013", clause = Clause.BEARER, agents = 1, needs = Need.ADMIN)
  public void theTokensOfTheTwoSidesAreNoneOnTheOther(Play play) {
    for (String token : List.of(play.ann().token(), "nonsense")) {
      Owner wrong = play.admin().with(token, "an agent");
      var _ = wrong.call("GET", "/agents", "").is(401);
      var _ = wrong.register(play.nobody(), "open").is(401);
      everyCall(wrong, play.ann().handle(), play.nobody()).forEach(reply -> reply.is(401));
    }
    String admin = "Bearer " + play.target().admin().orElseThrow().token();
    var _ = play.anonymous("POST", "/sessions", "{}", "Authorization", admin).is(401);
    var _ = play.ann().create("{}").is(201);
  }

  @Check(
      id = "ASP-ADM-025",
      clause = Clause.STRICT,
      level = Level.OURS,
      agents = 1,
      needs = Need.ADMIN)
  public void theWrongFieldIsNamedUnderAdminToo(Play play) {
    Owner admin = play.admin();
    String path = of(play.ann());
    var _ = admin.register("@a", "open").wrongAt("/handle");
    var _ = admin.register(play.nobody(), "closed").wrongAt("/policy");
    var _ = admin.call("POST", "/agents", "{\"x\":1}").wrongAt("/x");
    var _ = admin.call("PATCH", path, "{\"policy\":5}").wrongAt("/policy");
    var _ = admin.call("PATCH", path, "{\"policy\":\"open\",\"x\":1}").wrongAt("/x");
    String entries = "{\"entries\":[\"@a.b\",\"a\"]}";
    var _ = admin.call("POST", path + "/allowlist", entries).wrongAt("/entries/1");
    var _ = admin.register(play.ann().handle(), "open").refused(409, "AGENT_EXISTS");
    var _ = admin.call("GET", "/agents/" + play.nobody(), "").refused(404, "NOT_FOUND");
    var _ = admin.call("PUT", "/agents", "").refused(405, "METHOD_NOT_ALLOWED");
  }
}
