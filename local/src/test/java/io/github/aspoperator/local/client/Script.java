package io.github.aspoperator.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.testkit.client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wire transcript that is played: each line is {@code who METHOD target [<header>] [body] ->
 * status [answer]}, a refusal being told by its code and field. Who may be an agent, {@code admin},
 * {@code nobody}, or a name given to {@link #as}.
 */
public final class Script {

  private static final Pattern LINE =
      Pattern.compile("(\\w+) +(\\S+) +(\\S+)(?: +<(.+?)>)?(?: +(.*?))? +-> (\\d+)(?: (.*))?");

  private final Cast cast;
  private final Map<String, String> tokens = new HashMap<>();

  /** Plays with {@code cast}. */
  public Script(Cast cast) {
    this.cast = cast;
    tokens.put("admin", cast.operator().admin().token());
  }

  /** Lets {@code who} be one with that token. */
  public Script as(String who, String token) {
    tokens.put(who, token);
    return this;
  }

  /** Plays every line, then compares what was answered with what is written. */
  public Script play(String transcript) {
    List<String> played = new ArrayList<>();
    for (String line : transcript.lines().toList()) {
      Matcher call = LINE.matcher(line);
      if (!call.matches()) {
        played.add(line);
        continue;
      }
      String[] headers = call.group(4) == null ? new String[0] : new String[] {call.group(4)};
      String body = call.group(5) == null ? "" : call.group(5);
      Answer answer = call(call.group(1), call.group(2), call.group(3), body, headers);
      played.add(line.substring(0, line.indexOf("-> ") + 3) + told(answer));
    }
    assertEquals(transcript.strip(), String.join("\n", played).strip());
    return this;
  }

  /** One call; {@code headers} are whole lines. */
  public Answer call(String who, String method, String target, String body, String... headers) {
    StringBuilder request =
        new StringBuilder(method + " " + cast.real(target) + " HTTP/1.1\r\nHost: operator\r\n");
    if (!who.equals("nobody")) {
      String token = tokens.containsKey(who) ? tokens.get(who) : cast.get(who).token();
      request.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    for (String header : headers) {
      request.append(cast.real(header)).append("\r\n");
    }
    String real = new String(RawHttp.utf8(cast.real(body)), StandardCharsets.ISO_8859_1);
    if (!real.isEmpty()) {
      request.append("Content-Length: ").append(real.length()).append("\r\n");
    }
    Answer answer = RawHttp.ask(cast.operator().url(), RawHttp.bytes(request + "\r\n" + real));
    return Contractual.check(method, cast.real(target), Shape.check(answer));
  }

  /** Status and body, or code and field of a refusal. */
  public String told(Answer answer) {
    String what =
        answer.status() < 400
            ? cast.told(answer.body())
            : answer.code() + " " + cast.told(answer.json().path("error").path("field").asText());
    return (answer.status() + " " + what).strip();
  }
}
