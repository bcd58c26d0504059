package io.github.aspoperator.load.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast an agent that came back had what it missed, and whether that was all and only that.
 *
 * @param missed messages in all sessions together
 * @param handshakeMillis from the first byte of the connection until the 101
 * @param catchUpMillis from the 101 until the last missed message
 * @param errors how often each kind happened
 * @param resent events that came again to a connection whose agent had missed nothing
 */
record ReconnectResult(
    int sessions,
    long missed,
    double handshakeMillis,
    double catchUpMillis,
    long resent,
    Counts counts,
    Map<String, Integer> errors)
    implements Result {

  @Override
  public List<String> lines() {
    return List.of(
        "missed       %s messages in %s sessions"
            .formatted(Numbers.whole(missed), Numbers.whole(sessions)),
        "handshake    %s ms".formatted(Numbers.tenths(handshakeMillis)),
        "catch-up     %s ms from the open until the last missed message"
            .formatted(Numbers.tenths(catchUpMillis)),
        "resent       %s events after a reconnect that had missed nothing"
            .formatted(Numbers.whole(resent)));
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sessions", sessions);
    fields.put("missed", missed);
    fields.put("handshake_ms", handshakeMillis);
    fields.put("catch_up_ms", catchUpMillis);
    fields.put("resent", resent);
    fields.putAll(counts.fields());
    return fields;
  }

  @Override
  public boolean fine() {
    return counts.allZero() && resent == 0;
  }
}
