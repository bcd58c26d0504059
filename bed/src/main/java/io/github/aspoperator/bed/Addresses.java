package io.github.aspoperator.bed;

import io.github.aspoperator.bed.lambda.Environment;
import io.github.aspoperator.bed.queues.Queues;
import io.github.aspoperator.bed.secrets.Secrets;
import io.github.aspoperator.bed.template.FunctionSpec;
import io.github.aspoperator.bed.template.Names;
import io.github.aspoperator.bed.template.SocketApiSpec;
import io.github.aspoperator.bed.template.TemplateError;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes true for the bed what the template says of AWS: URLs, secrets, and Lambda's variables. */
final class Addresses implements Environment {

  private static final Pattern SECRET =
      Pattern.compile("\\{\\{resolve:secretsmanager:(.+?):SecretString[^}]*}}");

  private final Names names;
  private final SocketApiSpec socket;
  private final URI services;
  private final Queues queues;
  private final Secrets secrets;

  Addresses(Names names, SocketApiSpec socket, URI services, Queues queues, Secrets secrets) {
    this.names = names;
    this.socket = socket;
    this.services = services;
    this.queues = queues;
    this.secrets = secrets;
  }

  @Override
  public Map<String, String> of(FunctionSpec function, String name) {
    Map<String, String> variables = new HashMap<>();
    function.environment().forEach((key, value) -> variables.put(key, here(value)));
    variables.put("AWS_REGION", names.region());
    variables.put("AWS_DEFAULT_REGION", names.region());
    variables.put("AWS_ACCESS_KEY_ID", name);
    variables.put("AWS_SECRET_ACCESS_KEY", "bed");
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", services.toString());
    variables.put("AWS_ENDPOINT_URL_SQS", services.toString());
    variables.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", services.toString());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    variables.put("TZ", ":UTC");
    return variables;
  }

  /** A value of the template, as it is here. */
  String here(String value) {
    Matcher secret = SECRET.matcher(value);
    return secret
        .replaceAll(found -> Matcher.quoteReplacement(secret(found.group(1))))
        .replace(names.queuesUrl(), queues.uri().toString())
        .replace(names.apiUrl(socket.id()), services.toString());
  }

  private String secret(String id) {
    return secrets.value(id).orElseThrow(() -> new TemplateError("there is no secret " + id));
  }
}
