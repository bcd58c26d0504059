package io.github.aspoperator.local;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.wire.request.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the user sees first: where the operator is, who is there, and a conversation to copy and
 * paste.
 */
final class StartScreen {

  private StartScreen() {}

  static String text(
      String version, String url, Path directory, boolean kept, Seeding.Outcome outcome) {
    // other terminals stand elsewhere
    Path place = directory.toAbsolutePath().normalize();
    StringBuilder screen = new StringBuilder();
    screen.append(
        """

        ASP operator %s is running at %s
          data          %s
          admin token   %s
          agent tokens  %s
          process       %s
        """
            .formatted(
                version,
                url,
                kept ? place : "nothing is kept (--memory)",
                place.resolve("admin-token"),
                place.resolve("tokens"),
                ProcessHandle.current().pid()));
    if (!outcome.created().isEmpty()) {
      screen.append("  created       ").append(names(outcome.created())).append('\n');
    }
    if (!outcome.leftAlone().isEmpty()) {
      screen
          .append("  left alone    ")
          .append(outcome.leftAlone().stream().map(Handle::text).collect(Collectors.joining(", ")))
          .append(" (already there; token and policy stay as they are)\n");
    }
    screen.append(
        outcome.speakers().size() == 2
            ? conversation(url, place, outcome.speakers().getFirst(), outcome.speakers().getLast())
            : nobody(url, place));
    return screen.toString();
  }

  private static String names(List<Seed> seeds) {
    return seeds.stream()
        .map(seed -> seed.agent().handle().text() + " (" + seed.agent().policy().text() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String conversation(String url, Path directory, Handle one, Handle other) {
    return """

    A conversation to copy and paste. In a second terminal, %3$s listens:

      npx -y wscat -c %1$s/connect -H "Authorization: Bearer $(cat '%5$s/%3$s')"

    In a third one, %4$s opens a session with %3$s, who joins; both talk; %4$s ends it:

      one="Authorization: Bearer $(cat '%5$s/%4$s')"
      other="Authorization: Bearer $(cat '%5$s/%3$s')"
      id=$(curl -s %2$s/sessions -H "$one" -d '{"invite":["%3$s"],"topic":"lunch"}' | cut -d'"' -f4); echo $id
      curl -s %2$s/sessions/$id/join -H "$other" -X POST; echo
      curl -s %2$s/sessions/$id/messages -H "$one" -d '{"content":"Hungry?"}'; echo
      curl -s %2$s/sessions/$id/messages -H "$other" -d '{"content":"Always."}'; echo
      curl -s %2$s/sessions/$id/end -H "$one" -X POST; echo
      curl -s %2$s/sessions/$id/events -H "$other"; echo

    Stop with Ctrl-C.
    """
        .formatted(url.replaceFirst("^http", "ws"), url, other, one, directory.resolve("tokens"));
  }

  private static String nobody(String url, Path directory) {
    return """

    No two open agents have their tokens here. Make some; each answer shows a token, this once:

      curl -s %s/_admin/agents -H "Authorization: Bearer $(cat '%s')" -d '{"handle":"@dan.test","policy":"open"}'

    Stop with Ctrl-C.
    """
        .formatted(url, directory.resolve("admin-token"));
  }
}
