package io.github.aspoperator.bed.coldstart;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is printed.
 *
 * @param runs of each kind, of each function
 */
record Report(Map<Subject, Map<String, List<Run>>> runs) {

  private static final String ROW = "%-30s";

  String table() {
    StringBuilder out = new StringBuilder(String.format(Locale.ROOT, ROW, "milliseconds"));
    figures(List.of(new Run(Duration.ZERO, Duration.ZERO, Duration.ZERO)))
        .keySet()
        .forEach(name -> out.append(" %-27s".formatted(name + ": min, median, max")));
    runs.forEach((subject, kinds) ->
        kinds.forEach((kind, some) -> {
          out.append(String.format(Locale.ROOT, "%n" + ROW, name(subject) + ", " + kind));
          figures(some).values().forEach(figure -> out.append(figure.row()));
        }));
    return out.toString();
  }

  String json() {
    return object(
        runs,
        Report::name,
        kinds ->
            object(
                kinds,
                kind -> kind,
                some -> object(figures(some), figure -> figure, Figure::json)));
  }

  private static Map<String, Figure> figures(List<Run> runs) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("all", Figure.of(runs, Run::all));
    figures.put("own", Figure.of(runs, Run::own));
    figures.put("processor", Figure.of(runs, Run::processor));
    return figures;
  }

  private static String name(Subject subject) {
    return subject.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <K, V> String object(
      Map<K, V> map, Function<K, String> name, Function<V, String> value) {
    return map.entrySet().stream()
        .map(one -> "\"" + name.apply(one.getKey()) + "\":" + value.apply(one.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
