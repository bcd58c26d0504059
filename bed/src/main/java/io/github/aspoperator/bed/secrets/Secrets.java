package io.github.aspoperator.bed.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.bed.endpoint.Service;
import io.github.aspoperator.bed.endpoint.ServiceAnswer;
import io.github.aspoperator.bed.endpoint.ServiceCall;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers {@code GetSecretValue}: each secret is a string of its own, drawn at the start. */
public final class Secrets implements Service {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What Secrets Manager appends to a name: a hyphen and six characters. */
  private static final int SUFFIX = 7;

  private final Map<String, String> values = new HashMap<>();

  /** Of the secrets with these ARNs. */
  public Secrets(List<String> arns) {
    SecureRandom random = new SecureRandom();
    for (String arn : arns) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      values.put(arn, HexFormat.of().formatHex(bytes));
    }
  }

  /** The value of the secret with that ARN or name. */
  public Optional<String> value(String id) {
    return values.entrySet().stream()
        .filter(each -> each.getKey().equals(id) || name(each.getKey()).equals(id))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String name(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1, arn.length() - SUFFIX);
  }

  @Override
  public ServiceAnswer answer(ServiceCall call) throws IOException {
    if (!call.operation().equals("GetSecretValue")) {
      return ServiceAnswer.failure(400, "InvalidRequestException", "the bed only tells secrets");
    }
    JsonNode request = JSON.readTree(call.body());
    String id = request.path("SecretId").asText();
    Optional<String> value = value(id);
    if (value.isEmpty()) {
      return ServiceAnswer.failure(400, "ResourceNotFoundException", "no such secret");
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.put("ARN", id);
    answer.put("Name", id);
    answer.put("SecretString", value.get());
    return ServiceAnswer.json(answer.toString());
  }
}
