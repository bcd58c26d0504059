package io.github.aspoperator.simulation.play;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Token;
import java.util.ArrayList;
import java.util.List;

/** Who takes part. */
final class Cast {

  private static final List<String> HANDLES = List.of("@a.one", "@a.two", "@b.three", "@c.four");

  /** Nobody has this handle. */
  static final Handle NOBODY = Handle.of("@nobody.here");

  private Cast() {}

  /** The first {@code agents} of them. */
  static List<Actor> fresh(int agents) {
    List<Actor> actors = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      Handle handle = Handle.of(HANDLES.get(i));
      actors.add(new Actor(i, handle, new Token("asp_token_of_" + handle.name())));
    }
    return actors;
  }
}
