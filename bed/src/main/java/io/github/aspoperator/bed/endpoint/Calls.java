package io.github.aspoperator.bed.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads requests as the SDK's clients send them. */
final class Calls {

  private static final Pattern ACCESS_KEY = Pattern.compile("Credential=([^/,]+)/");

  private static final List<String> HEADERS =
      List.of("authorization", "content-type", "x-amz-target", "x-amz-date", "x-amzn-query-mode");

  /** By the prefix of the target header. */
  private static final Map<String, String> SERVICES =
      Map.of(
          "DynamoDB_20120810", "DynamoDB",
          "DynamoDBStreams_20120810", "DynamoDBStreams",
          "AmazonSQS", "SQS",
          "secretsmanager", "SecretsManager");

  private Calls() {}

  static ServiceCall read(Request request) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String name : HEADERS) {
      String value = request.getHeaders().get(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    String body;
    try (InputStream in = Content.Source.asInputStream(request)) {
      body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "/");
    String caller = caller(headers.get("authorization"));
    String target = headers.getOrDefault("x-amz-target", "");
    int dot = target.indexOf('.');
    if (dot < 0) {
      String operation = connections(request.getMethod());
      return new ServiceCall(
          "Connections", operation, caller, request.getMethod(), path, headers, body);
    }
    String service = SERVICES.getOrDefault(target.substring(0, dot), target.substring(0, dot));
    String operation = target.substring(dot + 1);
    return new ServiceCall(service, operation, caller, request.getMethod(), path, headers, body);
  }

  private static String connections(String method) {
    return switch (method) {
      case "POST" -> "PostToConnection";
      case "DELETE" -> "DeleteConnection";
      default -> "GetConnection";
    };
  }

  private static String caller(@Nullable String authorization) {
    Matcher matcher = ACCESS_KEY.matcher(Objects.requireNonNullElse(authorization, ""));
    return matcher.find() ? matcher.group(1) : "";
  }
}
