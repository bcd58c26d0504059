package io.github.aspoperator.bed.stack;

import java.util.ArrayList;
import java.util.List;

/** What does not fit. */
final class Misfits {

  private final List<String> found = new ArrayList<>();

  void unless(boolean fits, String what) {
    if (!fits) {
      found.add(what);
    }
  }

  List<String> found() {
    return List.copyOf(found);
  }
}
