package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.util.List;

/** Who plays, and where. */
public final class Cast {

  public static final SessionId SESSION = new SessionId(new Ulid(7, 7));
  public static final Handle ANN = Handle.of("@lab.ann");
  public static final Handle BOB = Handle.of("@lab.bob");
  public static final Handle CAT = Handle.of("@shop.cat");
  public static final Handle DAN = Handle.of("@shop.dan");
  public static final Handle EVE = Handle.of("@shop.eve");
  public static final List<Handle> ALL = List.of(ANN, BOB, CAT, DAN, EVE);

  private Cast() {}
}
