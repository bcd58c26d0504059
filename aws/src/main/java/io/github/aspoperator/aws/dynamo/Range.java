package io.github.aspoperator.aws.dynamo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Neighbouring items of one partition.
 *
 * @param condition on the two key attributes
 * @param values what it refers to
 * @param rising in the order of their sort keys, or against it
 */
record Range(String condition, Map<String, AttributeValue> values, boolean rising) {

  /** Before, and behind, every character that a sort key holds after its prefix. */
  private static final String FIRST = "!";

  private static final String END = "\uffff";

  /** A whole partition. */
  static Range all(String of) {
    return new Range("p = :p", Map.of(":p", AttributeValue.fromS(of)), true);
  }

  /** Sort keys that begin with {@code prefix}, behind {@code after} when given; rising. */
  static Range after(String of, String prefix, Optional<String> after) {
    // no character of a sort key comes before this one, so nothing lies between
    String from = prefix + after.map(text -> text + FIRST).orElse(FIRST);
    return between(of, from, prefix + END, true);
  }

  /** Sort keys that begin with {@code prefix}, before {@code before} when given; falling. */
  static Range before(String of, String prefix, Optional<String> before) {
    String to = prefix + before.map(Range::justBefore).orElse(END);
    return between(of, prefix, to, false);
  }

  /** What ends just before {@code text} among texts of its length, as ids are. */
  private static String justBefore(String text) {
    int last = text.length() - 1;
    return text.substring(0, last) + (char) (text.charAt(last) - 1) + END;
  }

  private static Range between(String of, String from, String to, boolean rising) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":p", AttributeValue.fromS(of));
    values.put(":from", AttributeValue.fromS(from));
    values.put(":to", AttributeValue.fromS(to));
    return new Range("p = :p and q between :from and :to", values, rising);
  }

  /** Commits of a session from {@code from} on; rising. */
  static Range commits(String session, long from) {
    return log(session, "s = :s and k >= :k", from, true);
  }

  /** Commits of a session before {@code before}; falling. */
  static Range commitsBefore(String session, long before) {
    return log(session, "s = :s and k < :k", before, false);
  }

  private static Range log(String session, String condition, long key, boolean rising) {
    return new Range(
        condition, Map.of(":s", AttributeValue.fromS(session), ":k", Item.number(key)), rising);
  }
}
