package io.github.aspoperator.load.setup;

import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Agents that a run makes for itself, open to everybody, with handles nobody had before.
 *
 * @param adminToken of the operator or of that owner
 * @param run what makes the handles unique
 */
public record NewAgents(Calls calls, String adminToken, String owner, String run)
    implements Agents {

  @Override
  public List<Agent> take(int wanted) throws CannotRun {
    try {
      return Workers.all(wanted, this::make).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CannotRun why
          ? why
          : new CannotRun("Agents could not be made: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun("The run was interrupted.");
    }
  }

  @Override
  public boolean areNew() {
    return true;
  }

  @Override
  public String toString() {
    return "new agents of " + owner;
  }

  private Agent make(int number) throws CannotRun {
    String handle = "@%s.load-%s-%s".formatted(owner, run, String.valueOf(number));
    String body =
        """
        {"handle":%s,"policy":"open"}\
        """
            .formatted(Json.quoted(handle));
    Calls.Answer answer = calls.post("/_admin/agents", adminToken, body);
    switch (answer.status()) {
      case 200, 201 -> {}
      case 401, 403 -> throw new CannotRun("The admin token was refused (" + answer + ").");
      default ->
          throw new CannotRun(
              "POST /_admin/agents for " + handle + " was answered with " + answer + ".");
    }
    String token = Json.string(answer.body(), "token");
    if (token.isEmpty()) {
      throw new CannotRun("POST /_admin/agents answered without a token.");
    }
    return new Agent(number, handle, token);
  }
}
