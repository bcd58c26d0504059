package io.github.aspoperator.load.setup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Agents that exist already: a JSON object of handles, each with its token or an object that holds
 * one.
 */
public record AgentFile(Path path) implements Agents {

  @Override
  public List<Agent> take(int wanted) throws CannotRun {
    List<Agent> agents = new ArrayList<>();
    try (JsonParser json = JsonFactory.builder().build().createParser(path.toFile())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new CannotRun(path + " is no JSON object of handles and tokens.");
      }
      while (agents.size() < wanted && json.nextToken() == JsonToken.FIELD_NAME) {
        String handle = json.currentName();
        agents.add(new Agent(agents.size(), handle, token(json, handle)));
      }
    } catch (IOException e) {
      throw new CannotRun(path + " cannot be read as a JSON object of handles and tokens.");
    }
    if (agents.size() < 2) {
      throw new CannotRun(path + " names fewer than two agents.");
    }
    return agents;
  }

  @Override
  public boolean areNew() {
    return false;
  }

  private String token(JsonParser json, String handle) throws IOException, CannotRun {
    String token = "";
    JsonToken value = json.nextToken();
    if (value == JsonToken.VALUE_STRING) {
      token = json.getText();
    } else if (value == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = json.currentName().equals("token");
        boolean string = json.nextToken() == JsonToken.VALUE_STRING;
        if (wanted && string) {
          token = json.getText();
        }
        json.skipChildren();
      }
    }
    if (token.isEmpty()) {
      throw new CannotRun(path + " has no token for " + handle + ".");
    }
    return token;
  }
}
