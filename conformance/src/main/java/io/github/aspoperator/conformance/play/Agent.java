package io.github.aspoperator.conformance.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.subject.Account;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An agent: its calls and its connections, all of which are kept. */
public final class Agent {

  private static final byte[] NOTHING = {};

  private final Caller caller;
  private final Account account;
  private final List<Ear> ears = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> sessions = Collections.synchronizedSet(new TreeSet<>());

  Agent(Caller caller, Account account) {
    this.caller = caller;
    this.account = account;
  }

  /** {@code @owner.agent}. */
  public String handle() {
    return account.handle();
  }

  /** {@code @owner.*}, an entry of allowlists. */
  public String ownerGlob() {
    return handle().substring(0, handle().indexOf('.')) + ".*";
  }

  /** Its bearer token. */
  public String token() {
    return account.token();
  }

  /** The same agent with another token. */
  public Agent with(String token) {
    return new Agent(caller, new Account(handle(), token));
  }

  /** Any call with its token; headers are names and values in turn. */
  public Reply call(String method, String path, byte[] body, String... headers) {
    List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token()));
    all.addAll(List.of(headers));
    return caller.call(handle(), caller.target().url(), method, path, body, all);
  }

  /** POST with a body. */
  public Reply post(String path, String body, String... headers) {
    return call("POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** GET. */
  public Reply get(String path) {
    return call("GET", path, NOTHING);
  }

  /** POST /sessions. */
  public Reply create(String body, String... headers) {
    Reply reply = post("/sessions", body, headers);
    if (reply.status() == 201 && reply.json().path("session_id").isTextual()) {
      sessions.add(reply.text("session_id"));
    }
    return reply;
  }

  /** Opens a session with these invited; its id. Demands 201. */
  public String open(Agent... others) {
    return create("{\"invite\":" + list(others) + "}").is(201).text("session_id");
  }

  /** Opens one that all these have joined. */
  public String meet(Agent... others) {
    String session = open(others);
    for (Agent other : others) {
      var _ = other.join(session).is(200);
    }
    return session;
  }

  /** POST …/join. */
  public Reply join(String session) {
    sessions.add(session);
    return act(session, "join", "");
  }

  /** POST …/leave. */
  public Reply leave(String session) {
    return act(session, "leave", "");
  }

  /** POST …/end. */
  public Reply end(String session) {
    return act(session, "end", "");
  }

  /** POST …/invite. */
  public Reply invite(String session, Agent... others) {
    return act(session, "invite", "{\"invite\":" + list(others) + "}");
  }

  /** POST …/reopen; an empty body is none. */
  public Reply reopen(String session, String body) {
    return act(session, "reopen", body);
  }

  /** POST …/messages with a whole body. */
  public Reply send(String session, String body, String... headers) {
    return post("/sessions/" + session + "/messages", body, headers);
  }

  /** Says a text; its sequence. Demands 201. */
  public long say(String session, String text) {
    return send(session, "{\"content\":" + Json.quote(text) + "}").is(201).number("sequence");
  }

  private Reply act(String session, String verb, String body) {
    return post("/sessions/" + session + "/" + verb, body);
  }

  /** GET /sessions/{id}. */
  public Reply read(String session) {
    return get("/sessions/" + session);
  }

  /** What the roster says of {@code other}: its entry, a missing node where it is not in it. */
  public JsonNode entry(String session, Agent other) {
    for (JsonNode participant : read(session).is(200).json().path("participants")) {
      if (participant.path("handle").asText().equals(other.handle())) {
        return participant;
      }
    }
    return Json.read("");
  }

  /** Its status there, as {@code by} reads it; empty where it is not in the roster. */
  public String statusOf(String session, Agent other) {
    return entry(session, other).path("status").asText("");
  }

  /** All it may read of a session, page by page. */
  public List<JsonNode> history(String session) {
    return pages("/sessions/" + session + "/events?", "after_sequence", "events");
  }

  /**
   * All entries of a list, page by page.
   *
   * @param path with its query so far, ready for one more parameter
   * @param parameter that takes the cursor
   * @param list name of the list in the reply
   */
  public List<JsonNode> pages(String path, String parameter, String list) {
    List<JsonNode> entries = new ArrayList<>();
    Set<String> cursors = new TreeSet<>();
    Reply page = get(path.substring(0, path.length() - 1)).is(200);
    page.json().path(list).forEach(entries::add);
    while (page.json().has("next_cursor")) {
      String cursor = page.text("next_cursor");
      if (!cursors.add(cursor)) {
        throw new CheckFailed(path + " gives the cursor " + cursor + " again and again");
      }
      page = get(path + parameter + "=" + cursor).is(200);
      page.json().path(list).forEach(entries::add);
    }
    return entries;
  }

  /** The types of what it may read, in order. */
  public List<String> types(String session) {
    return history(session).stream().map(event -> event.path("type").asText()).toList();
  }

  /** Connects; demands that the handshake is accepted. */
  public Ear connect() {
    return Ear.open(this, caller, List.of("Authorization", "Bearer " + token()), "");
  }

  /** Its connections so far, the oldest first. */
  List<Ear> ears() {
    synchronized (ears) {
      return List.copyOf(ears);
    }
  }

  void add(Ear ear) {
    ears.add(ear);
  }

  /** Sessions it opened, joined or heard of. */
  Set<String> sessions() {
    Set<String> all = new TreeSet<>();
    synchronized (sessions) {
      all.addAll(sessions);
    }
    ears().forEach(ear -> ear.frames().forEach(f -> all.add(f.path("session_id").asText())));
    all.remove("");
    return all;
  }

  /** Handles as a JSON list. */
  public static String list(Agent... agents) {
    return Stream.of(agents)
        .map(agent -> Json.quote(agent.handle()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public String toString() {
    return handle();
  }
}
