package io.github.aspoperator.simulation.part;

import java.util.EnumMap;
import java.util.Map;

/** How often each race was run. */
public final class Races {

  private final Map<Race, Integer> met = new EnumMap<>(Race.class);

  /** Counts one. */
  public void met(Race race) {
    met.merge(race, 1, Integer::sum);
  }

  /** How often. */
  public int count(Race race) {
    return met.getOrDefault(race, 0);
  }

  /** A write whose condition did not hold, by the table and the sort key of its item. */
  public void lost(String table, String what) {
    if (table.equals(TableNames.LOG)) {
      met(Race.COMMIT_TAKEN);
    } else if (table.equals(TableNames.AGENTS)) {
      met(Race.TRUST_CHANGED);
    } else if (what.equals("head")) {
      met(Race.HEAD_MOVED);
    } else if (what.equals("presence")) {
      met(Race.PRESENCE_CHANGED);
    } else if (what.startsWith("l#")) {
      met(Race.LAG_CHANGED);
    } else if (what.startsWith("c#")) {
      met(Race.CLAIM_TAKEN);
    } else if (what.startsWith("i#")) {
      met(Race.INDEX_OVERTAKEN);
    }
  }
}
