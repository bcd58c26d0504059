package io.github.aspoperator.conformance.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The agents as they are given: {@code {handle: token}} or {@code {handle: {"token": …}}}. */
public final class AgentFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AgentFile() {}

  /** Reads them; refuses what has another shape. */
  public static List<Account> read(String json) throws CannotJudge {
    List<Account> accounts = new ArrayList<>();
    try {
      JsonNode all = JSON.readTree(json);
      if (!all.isObject()) {
        throw new CannotJudge("The agents are not a JSON object of handles and tokens.");
      }
      for (var entry : all.properties()) {
        JsonNode value = entry.getValue();
        JsonNode token = value.isObject() ? value.path("token") : value;
        if (!token.isTextual()) {
          throw new CannotJudge("The agent " + entry.getKey() + " has no token.");
        }
        accounts.add(new Account(entry.getKey(), token.textValue()));
      }
    } catch (JsonProcessingException e) {
      throw new CannotJudge("The agents are no JSON.");
    }
    return accounts;
  }
}
