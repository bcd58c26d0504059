package io.github.aspoperator.wire.route;

import io.github.aspoperator.wire.http.PercentEncoding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with named gaps, such as {@code /sessions/{id}/events}.
 *
 * @param segments what stands between the slashes, from behind the first on
 */
record Template(List<String> segments) {

  static Template of(String text) {
    return new Template(split(text));
  }

  /** What stands between the slashes of {@code path}; empty for what does not begin with one. */
  static List<String> split(String path) {
    return path.startsWith("/") ? List.of(path.substring(1).split("/", -1)) : List.of();
  }

  /**
   * What {@code path} has in the gaps, decoded; nothing when it is not of this form: a gap takes
   * exactly one segment that is neither empty nor badly encoded.
   */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = Map.of();
    for (int i = 0; i < path.size(); i++) {
      String segment = segments.get(i);
      if (!segment.startsWith("{")) {
        if (!segment.equals(path.get(i))) {
          return Optional.empty();
        }
        continue;
      }
      Optional<String> value = PercentEncoding.decode(path.get(i)).filter(text -> !text.isEmpty());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      variables = new HashMap<>(variables);
      variables.put(segment.substring(1, segment.length() - 1), value.get());
    }
    return Optional.of(variables);
  }
}
