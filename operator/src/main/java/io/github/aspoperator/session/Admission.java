package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.Contacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Who of those wanted may be invited (protocol section 2): reachable by the caller, and no block
 * between the invitee and anybody who is joined or invited, those admitted earlier in the same call
 * included; so a third party cannot reunite a blocked pair.
 */
final class Admission {

  private Admission() {}

  /** Those of {@code wanted} that are admitted beside {@code present}, in their order. */
  static List<Handle> to(List<Handle> present, List<Handle> wanted, Contacts contacts) {
    List<Handle> admitted = new ArrayList<>();
    for (Handle candidate : wanted) {
      if (contacts.reachable().contains(candidate)
          && none(present, candidate, contacts)
          && none(admitted, candidate, contacts)) {
        admitted.add(candidate);
      }
    }
    return List.copyOf(admitted);
  }

  private static boolean none(List<Handle> others, Handle candidate, Contacts contacts) {
    return others.stream().noneMatch(other -> contacts.apart(candidate, other));
  }

  /** Whether inviting {@code admitted} would bring the session above its participants ever. */
  static boolean overflows(Members members, List<Handle> admitted) {
    long fresh = admitted.stream().filter(handle -> members.find(handle).isEmpty()).count();
    return members.size() + fresh > Members.MAX;
  }
}
