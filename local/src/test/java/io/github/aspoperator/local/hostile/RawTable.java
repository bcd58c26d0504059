package io.github.aspoperator.local.hostile;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.client.RawHttp;
import io.github.aspoperator.local.client.RawSocket;
import io.github.aspoperator.local.client.Shape;
import io.github.aspoperator.testkit.client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests byte by byte, a line each: the status of the answer, then the request, with {@code |}
 * for the end of a line and {@code <00>} for a byte. {@code AUTH} are good credentials, {@code
 * SEND} is the target of a message, {@code WS} are the headers of a handshake, {@code LONG} is
 * long. Each is sent on a connection of its own, and then nothing more.
 */
final class RawTable {

  private static final Pattern BYTE = Pattern.compile("<([0-9a-f]{2})>");

  private final TestOperator operator;
  private final Witness witness;

  RawTable(TestOperator operator, Witness witness) {
    this.operator = operator;
    this.witness = witness;
  }

  /** The table with the statuses that came; fails when an answer is out of shape, or did more. */
  String played(String table) {
    List<String> played = new ArrayList<>();
    for (String line : table.lines().toList()) {
      Answer answer = ask(line.substring(4));
      witness.assertOnlySaid(answer.status() == 201 ? 1 : 0);
      played.add(answer.status() + line.substring(3));
    }
    return String.join("\n", played);
  }

  private Answer ask(String request) {
    try (RawHttp http = RawHttp.open(operator.url())) {
      Answer answer = http.send(RawHttp.bytes(request(request))).end().answer();
      return answer.status() == 101 ? answer : Shape.check(answer);
    }
  }

  /** What goes out, one character for each byte. */
  String request(String line) {
    String handshake =
        new String(RawSocket.handshake("/"), StandardCharsets.ISO_8859_1)
            .replaceFirst("GET.*\r\nHost.*\r\n", "")
            .replace("\r\n\r\n", "");
    String text =
        line.replace("|", "\r\n")
            .replace("LONG", "x".repeat(20_000))
            .replace("WS", handshake)
            // an id has any letters but U, and a token all
            .replace("SEND", "/sessions/" + witness.session() + "/messages")
            .replace("AUTH", "Authorization: Bearer " + witness.alice().token());
    return BYTE.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement("" + (char) Integer.parseInt(found.group(1), 16)));
  }
}
