package io.github.aspoperator.soak.judge;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.simulation.evidence.Arrival;
import io.github.aspoperator.soak.client.Line;
import io.github.aspoperator.soak.play.Book;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that may tell why something is wrong: the connections and logs that a violation names. */
public final class Dossier {

  private final Book book;
  private final Map<SessionId, List<Commit>> kept;

  /** Of what stands in {@code book}, and was kept. */
  public Dossier(Book book, Map<SessionId, List<Commit>> kept) {
    this.book = book;
    this.kept = kept;
  }

  /** For whoever looks into it. */
  public String of(List<String> violations) {
    StringBuilder text = new StringBuilder(String.join("\n", violations)).append("\n\n");
    for (Map.Entry<SessionId, List<Commit>> log : kept.entrySet()) {
      String session = log.getKey().text();
      List<String> here = violations.stream().filter(one -> one.contains(session)).toList();
      if (here.isEmpty()) {
        continue;
      }
      text.append(session).append('\n');
      log.getValue().forEach(commit -> text.append(line(commit)));
      for (Handle agent : book.agents()) {
        if (here.stream().anyMatch(one -> one.contains(agent.text()))) {
          book.lines(agent).forEach(line -> text.append(line(line, session)));
        }
      }
    }
    return text.toString();
  }

  private static String line(Commit commit) {
    StringBuilder text = new StringBuilder();
    commit
        .events()
        .forEach(event ->
            text.append("  ")
                .append(event.sequence())
                .append(' ')
                .append(
                    LocalTime.ofInstant(Instant.ofEpochMilli(event.createdAt()), ZoneOffset.UTC))
                .append(' ')
                .append(event.payload().getClass().getSimpleName())
                .append('\n'));
    return text.toString();
  }

  private static String line(Line line, String session) {
    List<Long> came = new ArrayList<>();
    line.arrivals(session).stream().map(Arrival::sequence).forEach(came::add);
    return "  " + line + " " + came + "\n";
  }
}
