package io.github.aspoperator.schemas;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where one of several schemas must hold, each that does not complains. The complaints of those
 * that were not meant, since the value is of another type, tell nobody anything.
 */
final class Branches {

  /** How a branch says that it was not meant: by its field {@code type}, or by its own type. */
  private static final Pattern NOT_MEANT =
      Pattern.compile("(.*/oneOf/\\d+)(?:/\\$ref)?(/properties/type/const|/type)");

  private Branches() {}

  private record Branch(String path, String place) {
    boolean holds(Error error) {
      String at = error.getInstanceLocation().toString();
      return error.getEvaluationPath().toString().startsWith(path + "/")
          && (at.equals(place) || at.startsWith(place + "/"));
    }
  }

  /** Those of {@code errors} that tell something; none only where there were none. */
  static List<Error> telling(List<Error> errors) {
    Set<Branch> others =
        errors.stream().flatMap(error -> notMeant(error).stream()).collect(Collectors.toSet());
    List<Error> meant =
        errors.stream().filter(error -> others.stream().noneMatch(b -> b.holds(error))).toList();
    List<Error> causes =
        meant.stream().filter(error -> !error.getKeyword().equals("oneOf")).toList();
    return causes.isEmpty() ? meant.isEmpty() ? errors : meant : causes;
  }

  private static List<Branch> notMeant(Error error) {
    Matcher path = NOT_MEANT.matcher(error.getEvaluationPath().toString());
    if (!path.matches()) {
      return List.of();
    }
    String at = error.getInstanceLocation().toString();
    boolean byField = path.group(2).endsWith("const");
    return List.of(new Branch(path.group(1), byField ? at.substring(0, at.lastIndexOf('/')) : at));
  }
}
