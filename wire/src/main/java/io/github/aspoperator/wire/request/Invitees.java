package io.github.aspoperator.wire.request;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whom a call invites (protocol sections 3 and 4). */
final class Invitees {

  /** Invitees of one call; who comes twice counts once. */
  static final int MAX = 100;

  private Invitees() {}

  /**
   * The handles of field {@code invite}, each once, in the order in which they came first; {@code
   * caller} not among them.
   */
  static List<Handle> read(JsonReader in, Handle caller) {
    Set<Handle> invitees = new LinkedHashSet<>();
    in.array();
    while (in.nextElement()) {
      Handle handle =
          Handle.parse(in.string()).orElseThrow(() -> in.refused("A handle is @owner.agent."));
      if (handle.equals(caller)) {
        throw in.refused("Nobody can invite itself.");
      }
      invitees.add(handle);
      if (invitees.size() > MAX) {
        throw new Refusal.InvalidRequest("/invite", "At most " + MAX + " can be invited at once.")
            .thrown();
      }
    }
    return List.copyOf(invitees);
  }
}
