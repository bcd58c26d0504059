package io.github.aspoperator.bed.template;

import java.util.List;

/**
 * What a role allows.
 *
 * @param actions as {@code dynamodb:PutItem}, perhaps with wildcards
 * @param resources ARNs, perhaps with wildcards
 */
public record Statement(List<String> actions, List<String> resources) {

  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }

  /** Whether it allows to do that to it. */
  public boolean allows(String action, String resource) {
    return actions.stream().anyMatch(each -> matches(each, action))
        && resources.stream().anyMatch(each -> matches(each, resource));
  }

  private static boolean matches(String pattern, String text) {
    StringBuilder expression = new StringBuilder();
    for (String part : pattern.split("(?<=[*?])|(?=[*?])", -1)) {
      expression.append(
          switch (part) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> java.util.regex.Pattern.quote(part);
          });
    }
    return text.matches(expression.toString());
  }
}
