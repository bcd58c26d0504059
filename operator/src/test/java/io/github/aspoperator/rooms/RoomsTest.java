package io.github.aspoperator.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operator knows the JDK and itself, and its rooms know only those below them. */
final class RoomsTest {

  private static final String BASE = "io.github.aspoperator.";
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+);");
  private static final Pattern ROOM = Pattern.compile("\\bio\\.github\\.aspoperator\\.(\\w+)");

  /** A room may know those on the floors below its own. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("identity", "refusal", "content"),
          Set.of("trust"),
          Set.of("session"),
          Set.of("job"),
          Set.of("presence"),
          Set.of("delivery"),
          Set.of("operator", "stored"));

  @Test
  void nothingIsImportedButTheJdkTheNullnessAnnotationsAndItself() throws IOException {
    Map<Path, Set<String>> foreign = new TreeMap<>();
    for (Path source : sources()) {
      Set<String> imports = found(IMPORT, Files.readString(source));
      imports.removeIf(name ->
          name.startsWith("java.") || name.startsWith("org.jspecify.") || name.startsWith(BASE));
      if (!imports.isEmpty()) {
        foreign.put(source, imports);
      }
    }
    assertEquals(Map.of(), foreign);
  }

  @Test
  void everyRoomHasAFloor() throws IOException {
    Set<String> placed = FLOORS.stream().flatMap(Set::stream).collect(Collectors.toSet());
    Set<String> rooms = new TreeSet<>(knownBy().keySet());
    rooms.removeAll(placed);
    assertEquals(Set.of(), rooms);
  }

  @Test
  void aRoomKnowsOnlyThoseBelowIt() throws IOException {
    Set<String> upwards = new TreeSet<>();
    for (var entry : knownBy().entrySet()) {
      for (String known : entry.getValue()) {
        if (floor(known) >= floor(entry.getKey())) {
          upwards.add(entry.getKey() + " knows " + known);
        }
      }
    }
    assertEquals(Set.of(), upwards);
  }

  private static int floor(String room) {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      if (FLOORS.get(floor).contains(room)) {
        return floor;
      }
    }
    return FLOORS.size();
  }

  /** For each room the others it names, in imports, in code or in a comment. */
  private static Map<String, Set<String>> knownBy() throws IOException {
    Map<String, Set<String>> known = new TreeMap<>();
    for (Path source : sources()) {
      String room = source.getName(source.getNameCount() - 2).toString();
      Set<String> others =
          found(ROOM, Files.readString(source)).stream()
              .filter(other -> !other.equals(room))
              .collect(Collectors.toSet());
      known.computeIfAbsent(room, _ -> new TreeSet<>()).addAll(others);
    }
    return known;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertTrue(sources.size() > 100, () -> "only " + sources.size() + " sources were found");
      return sources;
    }
  }
}
