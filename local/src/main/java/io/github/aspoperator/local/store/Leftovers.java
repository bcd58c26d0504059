package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import java.util.List;

/**
 * What the process before left half done; read when the store was opened.
 *
 * @param connected agents whose presence shows connections, all of which are gone
 * @param behind sessions whose head is behind their log
 */
public record Leftovers(List<Handle> connected, List<SessionId> behind) {}
