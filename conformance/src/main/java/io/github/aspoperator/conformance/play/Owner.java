package io.github.aspoperator.conformance.play;

import io.github.aspoperator.conformance.subject.Account;
import io.github.aspoperator.conformance.subject.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The owner's side, with the admin token or an owner's. */
public final class Owner {

  private static final byte[] NOTHING = {};

  private final Caller caller;
  private final Target.Admin admin;
  private final String who;

  Owner(Caller caller, Target.Admin admin, String who) {
    this.caller = caller;
    this.admin = admin;
    this.who = who;
  }

  /** The same side with another token. */
  public Owner with(String token, String name) {
    return new Owner(caller, new Target.Admin(admin.url(), token), name);
  }

  /** Any call; an empty body is none. */
  public Reply call(String method, String path, String body) {
    byte[] bytes = body.isEmpty() ? NOTHING : body.getBytes(StandardCharsets.UTF_8);
    List<String> headers = List.of("Authorization", "Bearer " + admin.token());
    return caller.call(who, admin.url(), method, "/_admin" + path, bytes, headers);
  }

  /** Registers an agent. */
  public Reply register(String handle, String policy) {
    String body = "{\"handle\":" + Json.quote(handle) + ",\"policy\":" + Json.quote(policy) + "}";
    return call("POST", "/agents", body);
  }

  /** Registers one, and makes it an agent that can play. Demands 201. */
  Account account(String handle, String policy) {
    return new Account(handle, register(handle, policy).is(201).text("token"));
  }

  /** Sets the policy. Demands 200. */
  public void policy(Agent agent, String policy) {
    var _ = call("PATCH", of(agent), "{\"policy\":" + Json.quote(policy) + "}").is(200);
  }

  /** Adds entries to the allowlist. Demands 200. */
  public void allow(Agent agent, String... entries) {
    String list = List.of(entries).stream().map(Json::quote).toList().toString();
    var _ = call("POST", of(agent) + "/allowlist", "{\"entries\":" + list + "}").is(200);
  }

  /** Takes an entry off. Demands 200. */
  public void disallow(Agent agent, String entry) {
    var _ = call("DELETE", of(agent) + "/allowlist/" + entry, "").is(200);
  }

  /** Blocks. Demands 204. */
  public void block(Agent blocker, Agent blocked) {
    var _ = call("PUT", of(blocker) + "/blocks/" + blocked.handle(), "").is(204);
  }

  /** Unblocks. Demands 204. */
  public void unblock(Agent blocker, Agent blocked) {
    var _ = call("DELETE", of(blocker) + "/blocks/" + blocked.handle(), "").is(204);
  }

  /** Removes the agent. Demands 204. */
  public void remove(Agent agent) {
    var _ = call("DELETE", of(agent), "").is(204);
  }

  /** Gives the agent another token, which it answers. Demands 200. */
  public String rotate(Agent agent) {
    return call("POST", of(agent) + "/rotate-token", "").is(200).text("token");
  }

  private static String of(Agent agent) {
    return "/agents/" + agent.handle();
  }
}
