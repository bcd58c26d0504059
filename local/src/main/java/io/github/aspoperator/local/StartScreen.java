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
    StringBuilder screen = new StringBuilder();
    screen.append(
        """

        ASP operator %s is running at %s
          %s
          admin token   %s
          agent tokens  %s
        """
            .formatted(
                version,
                url,
                kept ? "data in " + directory : "nothing is kept (--memory)",
                directory.resolve("admin-token"),
                directory.resolve("tokens")));
    if (!outcome.created().isEmpty()) {
      screen.append("  created       ").append(names(outcome.created())).append('\n');
    }
    if (!outcome.leftAlone().isEmpty()) {
      screen
          .append("  left alone    ")
          .append(outcome.leftAlone().stream().map(Handle::text).collect(Collectors.joining(", ")))
          .append(" (already there)\n");
    }
    screen.append(conversation(url, directory));
    return screen.toString();
  }

  private static String names(List<Seed> seeds) {
    return seeds.stream()
        .map(seed -> seed.agent().handle().text() + " (" + seed.agent().policy().text() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String conversation(String url, Path directory) {
    String tokens = directory.resolve("tokens").toString();
    return """

    A conversation to copy and paste. In a second terminal, Bob listens:

      npx -y wscat -c %1$s/connect -H "Authorization: Bearer $(cat '%3$s/@bob.test')"

    In a third one, Alice opens a session with him, Bob joins, both talk, Alice ends it:

      alice="Authorization: Bearer $(cat '%3$s/@alice.test')"
      bob="Authorization: Bearer $(cat '%3$s/@bob.test')"
      id=$(curl -s %2$s/sessions -H "$alice" -d '{"invite":["@bob.test"],"topic":"lunch"}' | cut -d'"' -f4); echo $id
      curl -s %2$s/sessions/$id/join -H "$bob" -X POST; echo
      curl -s %2$s/sessions/$id/messages -H "$alice" -d '{"content":"Hungry?"}'; echo
      curl -s %2$s/sessions/$id/messages -H "$bob" -d '{"content":"Always."}'; echo
      curl -s %2$s/sessions/$id/end -H "$alice" -X POST; echo
      curl -s %2$s/sessions/$id/events -H "$bob"; echo

    Stop with Ctrl-C.
    """
        .formatted(url.replaceFirst("^http", "ws"), url, tokens);
  }
}
