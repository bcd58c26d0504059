package io.github.aspoperator.local.model.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What is to come of one session, and in which order (section 5): from one becoming-joined to the
 * next, events rise. Becoming joined opens a run of everything that was never handed over up to
 * there; how much of what came before the join was handed over before it, is the operator's choice.
 */
public final class Order {

  private final List<Era> eras = new ArrayList<>(List.of(new Era()));

  /** What comes by itself, and then the run of the becoming-joined that ends it, if one does. */
  private record Era(List<Event> course, List<Event> run) {

    Era() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    List<Event> all() {
      List<Event> all = new ArrayList<>(course);
      all.addAll(run);
      return all;
    }

    /** Whether {@code got} is how this may come, as far as it goes. */
    boolean allows(List<Event> got) {
      for (int before = 0; before <= course.size(); before++) {
        List<Event> rest = new ArrayList<>(course.subList(before, course.size()));
        rest.addAll(run);
        List<Event> order = new ArrayList<>(course.subList(0, before));
        order.addAll(rising(rest));
        if (order.subList(0, got.size()).equals(got)) {
          return true;
        }
      }
      return false;
    }
  }

  static List<Event> rising(Collection<Event> events) {
    return events.stream().sorted(Comparator.comparingInt(event -> event.sequence)).toList();
  }

  void comes(Event event) {
    eras.getLast().course().add(event);
  }

  /** The agent became joined. */
  void run(Collection<Event> events) {
    eras.getLast().run().addAll(events);
    eras.add(new Era());
  }

  /** Nothing so far was handed over, and the agent became joined: all of it is one run. */
  void runWithAllBefore(Collection<Event> events) {
    List<Event> all = all();
    all.addAll(events);
    eras.clear();
    eras.add(new Era());
    run(all);
  }

  /** Everything, in one of the orders. */
  List<Event> all() {
    List<Event> all = new ArrayList<>();
    eras.forEach(era -> all.addAll(era.all()));
    return all;
  }

  /** How much it is. */
  public int size() {
    return eras.stream().mapToInt(era -> era.course().size() + era.run().size()).sum();
  }

  /** What is left for later when only {@code got} came. */
  Order without(Collection<Event> got) {
    Order rest = new Order();
    for (Era era : eras.subList(0, eras.size() - 1)) {
      List<Event> left = era.all();
      left.removeAll(got);
      if (!left.isEmpty()) {
        rest.runWithAllBefore(left);
      }
    }
    eras.getLast().course().stream().filter(e -> !got.contains(e)).forEach(rest::comes);
    return rest;
  }

  /** Whether {@code got} is a beginning of this, in an order that may be. */
  public boolean beginsWith(List<Event> got) {
    List<Event> left = got;
    for (Era era : eras) {
      List<Event> part = left.subList(0, Math.min(left.size(), era.all().size()));
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
