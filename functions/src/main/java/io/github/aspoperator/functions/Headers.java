package io.github.aspoperator.functions;

import java.util.List;
import java.util.Map;

/** Headers as API Gateway hands them over: one value a name, several joined by commas. */
public final class Headers {

  private Headers() {}

  /** The values of {@code name}, whatever its case. */
  public static List<String> of(Map<String, String> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }
}
