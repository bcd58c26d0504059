package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.check.Need;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Json;
import io.github.aspoperator.conformance.play.Owner;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.List;

/** Rotation, removal, and owners with tokens of their own (sections 1 and 7). */
public final class OwnerChecks {

  private static Owner owner(Play play, String word) {
    String body = "{\"owner\":" + Json.quote(word) + "}";
    Reply made = play.admin().call("POST", "/owners", body).is(201);
    Expect.equal(word, made.text("owner"), "the owner");
    return play.admin().with(made.text("token"), "owner " + word);
  }

  @Check(id = "ASP-ADM-014", clause = Clause.ROTATION, needs = Need.ADMIN)
  public void aRotatedTokenStopsWorkingAtOnce(Play play) {
    String session = play.ann().meet(play.bob());
    Reply rotated =
        play.admin().call("POST", "/agents/" + play.ann().handle() + "/rotate-token", "").is(200);
    Expect.equal(play.ann().handle(), rotated.text("handle"), "the handle");
    Expect.equal("open", rotated.text("policy"), "the policy");
    String token = rotated.text("token");
    Expect.that(!token.equals(play.ann().token()), "the token is the old one");
    var _ = play.ann().read(session).is(401);
    int status =
        play.refusedHandshake(play.ann(), "", "Authorization", "Bearer " + play.ann().token());
    Expect.equal(401, status, "a handshake with the old token");
    Agent again = play.ann().with(token);
    Expect.equal("joined", again.statusOf(session, again), "its status with the new token");
    var _ = again.say(session, "the same agent");
  }

  @Check(id = "ASP-ADM-015", clause = Clause.ROTATION, level = Level.OURS, needs = Need.ADMIN)
  public void rotationClosesLiveConnections(Play play) {
    List<Ear> ears = List.of(play.ann().connect(), play.ann().connect());
    Ear other = play.bob().connect();
    Agent again = play.ann().with(play.admin().rotate(play.ann()));
    ears.forEach(Ear::awaitClose);
    Ear ear = again.connect();
    String session = again.meet(play.bob());
    long said = again.say(session, "x");
    var _ = ear.await(session, said);
    var _ = other.await(session, said);
  }

  @Check(id = "ASP-ADM-016", clause = Clause.ROTATION, agents = 1, needs = Need.ADMIN)
  public void theTokenOfARemovedAgentStopsWorkingAtOnce(Play play) {
    String session = play.ann().create("{}").is(201).text("session_id");
    play.admin().remove(play.ann());
    var _ = play.ann().read(session).is(401);
    var _ = play.ann().create("{}").is(401);
    int status =
        play.refusedHandshake(play.ann(), "", "Authorization", "Bearer " + play.ann().token());
    Expect.equal(401, status, "a handshake");
    String path = "/agents/" + play.ann().handle();
    var _ = play.admin().call("GET", path, "").is(404);
    var _ = play.admin().call("DELETE", path, "").is(404);
  }

  @Check(
      id = "ASP-ADM-017",
      clause = Clause.ROTATION,
      level = Level.OURS,
      agents = 1,
      needs = Need.ADMIN)
  public void removalClosesLiveConnections(Play play) {
    List<Ear> ears = List.of(play.ann().connect(), play.ann().connect());
    play.admin().remove(play.ann());
    ears.forEach(Ear::awaitClose);
  }

  @Check(id = "ASP-ADM-018", clause = Clause.OWN_ADMIN, agents = 3, needs = Need.ADMIN)
  public void aRemovedAgentLeavesItsSessionsAndInvitations(Play play) {
    Ear ear = play.bob().connect();
    String joined = play.ann().meet(play.bob(), play.carol());
    String invited = play.bob().open(play.ann(), play.carol());
    play.admin().remove(play.ann());
    for (String session : List.of(joined, invited)) {
      JsonNode left = ear.awaitType(session, "session.left").path("payload");
      String expected = "{\"agent\":" + Json.quote(play.ann().handle()) + ",\"reason\":\"left\"}";
      Expect.equal(Json.read(expected), left, "the payload");
      Expect.equal("left", play.bob().statusOf(session, play.ann()), "its status");
      Expect.equal("active", play.bob().read(session).text("state"), "the state");
    }
    var _ = play.bob().say(joined, "the others go on");
  }

  @Check(
      id = "ASP-ADM-019",
      clause = Clause.TOMBSTONE,
      level = Level.OURS,
      agents = 1,
      needs = Need.ADMIN)
  public void aRemovedHandleIsNeverRegisteredAgain(Play play) {
    play.admin().remove(play.ann());
    for (String policy : List.of("open", "allowlist")) {
      var _ = play.admin().register(play.ann().handle(), policy).refused(409, "AGENT_EXISTS");
    }
    var _ = play.admin().call("GET", "/agents/" + play.ann().handle(), "").is(404);
  }

  @Check(
      id = "ASP-ADM-020",
      clause = Clause.OWNERS,
      level = Level.OURS,
      agents = 1,
      needs = Need.ADMIN)
  public void theTokenOfAnOwnerDoesEverythingForItsAgents(Play play) {
    String word = play.word();
    Owner owner = owner(play, word);
    String handle = "@" + word + ".mine";
    String token = owner.register(handle, "open").is(201).text("token");
    String bearer = "Bearer " + token;
    var _ = play.anonymous("POST", "/sessions", "{}", "Authorization", bearer).is(201);
    int[] expected = {200, 200, 200, 200, 200, 200, 204, 204, 204};
    List<Reply> replies = AdminChecks.everyCall(owner, handle, play.ann().handle());
    for (int i = 0; i < expected.length; i++) {
      var _ = replies.get(i).is(expected[i]);
    }
    var _ = owner.register(handle, "open").refused(409, "AGENT_EXISTS");
  }

  @Check(
      id = "ASP-ADM-021",
      clause = Clause.OWNERS,
      level = Level.OURS,
      agents = 1,
      needs = Need.ADMIN)
  public void theAgentsOfOthersAreUnknownToAnOwner(Play play) {
    String word = play.word();
    Owner owner = owner(play, word);
    Agent longer = play.agent("@" + word + "x.other", "open");
    List<String> unknown = masked(AdminChecks.everyCall(owner, play.nobody(), "@a.b"));
    for (Agent other : List.of(play.ann(), longer)) {
      Expect.equal(
          unknown, masked(AdminChecks.everyCall(owner, other.handle(), "@a.b")), "of " + other);
      var _ = other.create("{}").is(201);
    }
    var _ = owner.register(play.nobody(), "open").refused(404, "NOT_FOUND");
    var _ = owner.register(play.ann().handle(), "open").refused(404, "NOT_FOUND");
  }

  private static List<String> masked(List<Reply> replies) {
    return replies.stream().map(reply -> reply.refused(404, "NOT_FOUND").masked()).toList();
  }

  @Check(
      id = "ASP-ADM-022",
      clause = Clause.OWNERS,
      level = Level.OURS,
      agents = 1,
      needs = Need.ADMIN)
  public void anOwnerListsItsOwnAgentsOnly(Play play) {
    String word = play.word();
    Owner owner = owner(play, word);
    var _ = play.agent("@" + word + "x.other", "open");
    var _ = owner.call("GET", "/agents", "").is(200, "{\"agents\":[]}");
    var _ = owner.register("@" + word + ".a", "open").is(201);
    var _ = play.agent("@" + word + ".b", "allowlist");
    List<String> listed =
        owner.call("GET", "/agents", "").is(200).json().path("agents").findValuesAsText("handle");
    Expect.equal(
        List.of("@" + word + ".a", "@" + word + ".b"), listed.stream().sorted().toList(), "agents");
  }

  @Check(
      id = "ASP-ADM-023",
      clause = Clause.OWNERS,
      level = Level.OURS,
      agents = 1,
      needs = Need.ADMIN)
  public void onlyTheOperatorMakesAndRemovesOwners(Play play) {
    String word = play.word();
    Owner owner = owner(play, word);
    String body = "{\"owner\":" + Json.quote(word) + "}";
    var _ = play.admin().call("POST", "/owners", body).refused(409, "OWNER_EXISTS");
    for (String wrong : List.of("", "@a", "a.b", "A", "*", "a".repeat(65))) {
      String refused = "{\"owner\":" + Json.quote(wrong) + "}";
      var _ = play.admin().call("POST", "/owners", refused).wrongAt("/owner");
    }
    String other = "{\"owner\":" + Json.quote(play.word()) + "}";
    int status = owner.call("POST", "/owners", other).status();
    Expect.that(status >= 400 && status < 500, "an owner makes owners");
    for (String verb : List.of("POST", "DELETE")) {
      String path = "/owners/" + word + (verb.equals("POST") ? "/rotate-token" : "");
      status = owner.call(verb, path, "").status();
      Expect.that(status >= 400 && status < 500, "an owner calls " + verb + " " + path);
    }
    var _ = owner.call("GET", "/agents", "").is(200);
    var _ =
        play.admin().with(play.ann().token(), "an agent").call("POST", "/owners", other).is(401);
  }

  @Check(
      id = "ASP-ADM-024",
      clause = Clause.OWNERS,
      level = Level.OURS,
      agents = 0,
      needs = Need.ADMIN)
  public void theTokenOfAnOwnerIsRotatedAndRemoved(Play play) {
    String word = play.word();
    Owner old = owner(play, word);
    Agent agent = play.agent("@" + word + ".a", "open");
    Reply rotated = play.admin().call("POST", "/owners/" + word + "/rotate-token", "").is(200);
    Expect.equal(word, rotated.text("owner"), "the owner");
    var _ = old.call("GET", "/agents", "").refused(401, "UNAUTHORIZED");
    Owner now = play.admin().with(rotated.text("token"), "owner " + word);
    var _ = now.call("GET", "/agents/" + agent.handle(), "").is(200);
    var _ = play.admin().call("DELETE", "/owners/" + word, "").is(204);
    var _ = now.call("GET", "/agents", "").refused(401, "UNAUTHORIZED");
    var _ = agent.create("{}").is(201);
    var _ = play.admin().call("DELETE", "/owners/" + word, "").is(404);
    var _ = play.admin().call("POST", "/owners/" + word + "/rotate-token", "").is(404);
  }

  @Check(
      id = "ASP-ADM-026",
      clause = Clause.OWNERS,
      agents = 0,
      needs = Need.ADMIN,
      level = Level.OURS)
  public void callsAboutOwnersThatTakeNoBodyRefuseOne(Play play) {
    String owner = play.word();
    var _ = play.admin().call("POST", "/owners", "{\"owner\":\"" + owner + "\"}").is(201);
    String body = "{\"a\":1}";
    var _ = play.admin().call("POST", "/owners/" + owner + "/rotate-token", body).is(400);
    var _ = play.admin().call("DELETE", "/owners/" + owner, body).is(400);
    var _ = play.admin().call("DELETE", "/owners/" + owner, "").is(204);
  }
}
