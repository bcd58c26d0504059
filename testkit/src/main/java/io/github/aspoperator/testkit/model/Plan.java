package io.github.aspoperator.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a run will try.
 *
 * @param open the agents, by number: whether the policy is open at first
 * @param acts what they do
 */
record Plan(List<Boolean> open, List<Act> acts) {

  private static final int FEWEST_AGENTS = 4;
  private static final int MOST_AGENTS = 6;
  private static final int FEWEST_ACTS = 50;
  private static final int MOST_ACTS = 70;

  static Plan draw(Random random) {
    List<Boolean> open = new ArrayList<>();
    for (int n = random.nextInt(FEWEST_AGENTS, MOST_AGENTS + 1); n > 0; n--) {
      open.add(random.nextInt(6) > 0);
    }
    Draw draw = new Draw(random, open.size());
    List<Act> acts = new ArrayList<>();
    acts.add(draw.beginning());
    for (int agent = 1; agent < open.size(); agent++) {
      acts.add(draw.act(agent));
    }
    Scenes scenes = new Scenes(random, draw);
    for (int n = random.nextInt(FEWEST_ACTS, MOST_ACTS + 1); acts.size() < n; ) {
      switch (random.nextInt(25)) {
        case 0, 1 -> acts.addAll(scenes.scene());
        case 2, 3 -> acts.add(draw.again(acts.get(random.nextInt(acts.size()))));
        default -> acts.add(draw.act(draw.agent()));
      }
    }
    return new Plan(open, acts);
  }

  Plan with(List<Act> fewer) {
    return new Plan(open, fewer);
  }
}
