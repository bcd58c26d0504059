package io.github.aspoperator.testkit.model;

import java.util.Set;
import java.util.stream.Collectors;

/** Every command and outcome that a run may come to; a build must come to each of them. */
final class Cells {

  private Cells() {}

  static final Set<String> ALL =
      """
      allow: all of an owner
      allow: one
      block: a glob
      block: apart
      block: ends the session
      block: in a session together
      block: itself
      block: throws out a joined one
      block: throws out an invited one
      block: unknown
      blocks
      close: disconnected
      close: grace expired
      close: grace within away
      close: others stay
      close: the last one
      connect: after an unclean drop
      connect: beside another
      connect: nothing missed
      connect: reconnected
      connect: something missed
      create: bad key
      create: end without a message
      create: itself
      create: key of another creator
      create: none admitted
      create: same key again
      create: same key, other body
      create: send-and-end
      create: send-and-end alone
      create: some denied
      create: with a message
      create: without a message
      disallow: what was not
      disallow: what was there
      end: ended, joined
      end: ended, left
      end: invited
      end: joined
      end: left
      end: no such session
      end: stranger
      events: at once
      events: bad range
      events: in pages
      events: no such session
      events: stranger
      frame: session.disconnected
      frame: session.ended
      frame: session.invited
      frame: session.joined
      frame: session.left
      frame: session.message
      frame: session.reconnected
      frame: session.reopened
      grace: others stay
      grace: the last one
      invite: all there already
      invite: ended, joined
      invite: ended, left
      invite: invited
      invite: itself
      invite: joined
      invite: left
      invite: no such session
      invite: nobody named
      invite: none admitted
      invite: one who left
      invite: some denied
      invite: stranger
      join: ended, joined
      join: ended, left by the end
      join: ended, left otherwise
      join: invited
      join: joined
      join: left
      join: no such session
      join: stranger
      leave: ended, joined
      leave: ended, left
      leave: invited
      leave: joined
      leave: left
      leave: no such session
      leave: stranger
      leave: the last one
      list: at once
      list: bad limit
      list: in pages
      look: ended, joined
      look: ended, left
      look: invited
      look: joined
      look: left
      look: no such session
      look: stranger
      policy: allowlist
      policy: open
      remove
      remove: a joined one
      remove: an invited one
      removed: any call
      removed: connects
      removed: looked at
      removed: registered again
      removed: removed again
      removed: rotated
      reopen: (a) answers a send-and-end
      reopen: (b) its grace
      reopen: (b) its own leave
      reopen: ended, joined
      reopen: ended, left
      reopen: ended, thrown out
      reopen: invited
      reopen: itself
      reopen: joined
      reopen: left
      reopen: no such session
      reopen: none admitted
      reopen: some denied
      reopen: some of the joined denied
      reopen: stranger
      reopen: with a list
      reopen: with a message
      reopen: with all
      reopen: with nobody
      rotate
      rotate: the token before
      send: bad key
      send: ended, joined
      send: ended, left
      send: invited
      send: joined
      send: key of another sender
      send: key remembered though it may not send any more
      send: left
      send: no such session
      send: same key again
      send: same key, other body
      send: stranger
      unblock: what was blocked
      unblock: what was not
      """
          .lines()
          .collect(Collectors.toUnmodifiableSet());
}
