package io.github.aspoperator.stored;

import io.github.aspoperator.session.Stint;

/** How a stint is written wherever one is kept. */
final class Stints {

  private Stints() {}

  static void write(Out out, Stint stint) {
    boolean open = stint.to() == Stint.OPEN;
    out.number(stint.from()).flag(open);
    if (!open) {
      out.number(stint.to());
    }
  }

  static Stint read(In in) {
    long from = in.number();
    return in.flag() ? Stint.since(from) : new Stint(from, in.number());
  }
}
