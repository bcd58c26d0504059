package io.github.aspoperator.wire.call;

import io.github.aspoperator.operator.Authentication;
import io.github.aspoperator.operator.Caller;

/** Where the {@link FrontDoor} of a home leads to; a home that serves some calls only has some. */
public interface Sides {

  /** Who tokens stand for. */
  Authentication authentication();

  /** Counts a request of {@code caller}. Throws {@code RateLimited} when there are too many. */
  void admit(Caller caller);

  /** The agents' calls. */
  AgentSide agents();

  /** The owners' calls. */
  OwnerSide owners();

  /** The calls that take no credentials. */
  OpenSide open();
}
