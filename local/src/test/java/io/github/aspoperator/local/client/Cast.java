package io.github.aspoperator.local.client;

import io.github.aspoperator.local.TestOperator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Agents nobody else knows, of an owner of their own, so that many tests may share an operator. A
 * text calls them {@code @alice}, their owner {@code OWNER}, sessions {@code S1}, messages {@code
 * M1} and so on, in the order in which they turn up.
 */
public final class Cast {

  private static final AtomicInteger CASTS = new AtomicInteger();
  private static final Pattern NAME =
      Pattern.compile("@([a-z]+)(?![a-z0-9.])|\\b(?:[SM][1-9]|OWNER)\\b");
  private static final Pattern ID =
      Pattern.compile(
          "(sess|msg|evt)_[0-9A-Z]{26}|@t\\d+\\.([a-z]+)|\\b1[0-9]{12}\\b|\\basp_[\\w-]{43}"
              + "|(?<=\")t\\d+(?=\")");

  private final TestOperator operator;
  private final String owner = "t" + CASTS.incrementAndGet();
  private final Map<String, TestAgent> agents = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();

  /** Agents of {@code operator}, with an open policy. */
  public Cast(TestOperator operator, String... names) {
    this.operator = operator;
    name("OWNER", owner);
    for (String agent : names) {
      agents.put(agent, operator.agent(handle(agent)));
    }
  }

  /** The operator. */
  public TestOperator operator() {
    return operator;
  }

  /** The handle that goes by {@code agent}, registered or not. */
  public String handle(String agent) {
    return "@" + owner + "." + agent;
  }

  /** The agent that goes by {@code name}, made when it is new. */
  public TestAgent get(String agent) {
    return agents.computeIfAbsent(agent, fresh -> operator.agent(handle(fresh)));
  }

  /** Lets {@code alias} stand for {@code id} from now on. */
  public void name(String alias, String id) {
    ids.put(alias, id);
    aliases.put(id, alias);
  }

  /** {@code text} as it goes out: with real handles and ids. */
  public String real(String text) {
    return NAME.matcher(text).replaceAll(match -> Matcher.quoteReplacement(real(match)));
  }

  private String real(MatchResult match) {
    return match.group(1) == null
        ? ids.getOrDefault(match.group(), match.group())
        : handle(match.group(1));
  }

  /** {@code text} as it came in: with what is random told by its alias, times as {@code T}. */
  public String told(String text) {
    return ID.matcher(text).replaceAll(match -> Matcher.quoteReplacement(told(match)));
  }

  private String told(MatchResult match) {
    String id = match.group();
    if (match.group(2) != null) {
      return "@" + match.group(2);
    }
    if (match.group(1) != null) {
      return alias(id, match.group(1).substring(0, 1).toUpperCase(Locale.ROOT));
    }
    return id.startsWith("asp_") ? "TOKEN" : aliases.getOrDefault(id, "T");
  }

  private String alias(String id, String letter) {
    String known = aliases.get(id);
    if (known != null) {
      return known;
    }
    int number = 1;
    while (ids.containsKey(letter + number)) {
      number++;
    }
    name(letter + number, id);
    return letter + number;
  }
}
