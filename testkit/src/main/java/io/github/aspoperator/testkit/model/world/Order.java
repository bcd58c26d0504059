package io.github.aspoperator.testkit.model.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which events of one session are to come, by sequence, and in which order (section 5): from one
 * becoming-joined to the next they rise. Becoming joined opens a run of everything that was never
 * handed over up to there; how much of what may be seen before the join is handed over before it,
 * is the operator's choice.
 */
public final class Order {

  private final List<Era> eras = new ArrayList<>(List.of(new Era()));

  /** What comes by itself, and then the run of the becoming-joined that ends it, if one does. */
  private record Era(List<Integer> course, List<Integer> run) {

    Era() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    List<Integer> all() {
      List<Integer> all = new ArrayList<>(course);
      all.addAll(run);
      return all;
    }

    /** Whether {@code got} is how this may come, as far as it goes. */
    boolean allows(List<Integer> got) {
      for (int before = 0; before <= course.size(); before++) {
        List<Integer> rest = new ArrayList<>(course.subList(before, course.size()));
        rest.addAll(run);
        List<Integer> order = new ArrayList<>(course.subList(0, before));
        order.addAll(rising(rest));
        if (order.subList(0, got.size()).equals(got)) {
          return true;
        }
      }
      return false;
    }
  }

  private static List<Integer> rising(Collection<Integer> events) {
    return events.stream().sorted().toList();
  }

  /** An event that may be seen as it happens. */
  public void comes(int event) {
    eras.getLast().course().add(event);
  }

  /** The agent became joined, and {@code events} are those it could not see before. */
  public void run(Collection<Integer> events) {
    eras.getLast().run().addAll(events);
    eras.add(new Era());
  }

  /** All of {@code next} comes behind this. */
  void then(Order next) {
    eras.addAll(next.eras);
  }

  /** Everything, in one of the orders. */
  public List<Integer> all() {
    List<Integer> all = new ArrayList<>();
    eras.forEach(era -> all.addAll(era.all()));
    return all;
  }

  /** How much it is. */
  public int size() {
    return eras.stream().mapToInt(era -> era.course().size() + era.run().size()).sum();
  }

  /** What is left for later when only {@code got} came. */
  Order without(Collection<Integer> got) {
    Order rest = new Order();
    for (Era era : eras) {
      era.course().stream().filter(event -> !got.contains(event)).forEach(rest::comes);
      if (!era.run().isEmpty()) {
        rest.run(era.run().stream().filter(event -> !got.contains(event)).toList());
      }
    }
    return rest;
  }

  /** Whether {@code got} is a beginning of this, in an order that may be. */
  public boolean beginsWith(List<Integer> got) {
    List<Integer> left = got;
    for (Era era : eras) {
      List<Integer> part = left.subList(0, Math.min(left.size(), era.all().size()));
      if (!era.allows(part)) {
        return false;
      }
      left = left.subList(part.size(), left.size());
    }
    return left.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Era era : eras) {
      text.append(era.course());
      text.append(era.run().isEmpty() ? "" : " then, risen, " + era.run() + " ");
    }
    return text.toString();
  }
}
