package io.github.aspoperator.load.setup;

/** Makes sessions of two joined agents, ends them, and asks who is in one. */
public record Sessions(Calls calls) {

  /** A session that one agent made and the other joined; returns its id. */
  public String make(Agent creator, Agent invitee) throws CannotRun {
    String body =
        """
        {"invite":[%s]}\
        """
            .formatted(Json.quoted(invitee.handle()));
    Calls.Answer created = calls.post("/sessions", creator.token(), body);
    String id = Json.string(created.body(), "session_id");
    if (created.status() != 201 || id.isEmpty()) {
      String hint = created.status() == 404 ? ": the two agents do not admit each other" : "";
      throw new CannotRun(
          "POST /sessions by %s inviting %s was answered with %s%s."
              .formatted(creator, invitee, created, hint));
    }
    Calls.Answer joined = calls.post("/sessions/" + id + "/join", invitee.token(), "{}");
    if (joined.status() != 200) {
      throw new CannotRun(
          "Joining a session as %s was answered with %s.".formatted(invitee, joined));
    }
    return id;
  }

  /** Ends a session; returns the status, or 0 when there was no answer. */
  public int end(Agent agent, String id) {
    try {
      return calls.post("/sessions/" + id + "/end", agent.token(), "{}").status();
    } catch (CannotRun e) {
      return 0;
    }
  }

  /** Whether the operator denies that this agent is or was in that session. */
  public boolean denies(Agent agent, String id) {
    try {
      return calls.get("/sessions/" + id, agent.token()).status() != 200;
    } catch (CannotRun e) {
      return false;
    }
  }
}
