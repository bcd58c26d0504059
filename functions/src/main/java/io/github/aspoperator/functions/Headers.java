package io.github.aspoperator.functions;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers as API Gateway hands them over: one value a name, several joined by commas. */
public final class Headers {

  private Headers() {}

  /** The values of {@code name}, whatever its case; none where there are no headers at all. */
  public static List<String> of(@Nullable Map<String, String> headers, String name) {
    if (headers == null) {
      return List.of();
    }
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }
}
