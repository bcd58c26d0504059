package io.github.aspoperator.simulation.play;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.evidence.History.Compared;
import io.github.aspoperator.simulation.evidence.History.Standing;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Policy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Owners say who may reach their agents. */
final class Owners {

  private final World world;
  private final Callers callers;

  /** Pairs of which somebody just now changes whether the one is blocked. */
  private final Set<Standing> changing = new HashSet<>();

  /** How often somebody began to change a block. */
  private int changes;

  Owners(World world, Callers callers) {
    this.world = world;
    this.callers = callers;
  }

  void act(Act act, Draw draw, Runnable then) {
    int size = world.actors().size();
    Actor of = world.actors().get(draw.below(size));
    Actor peer = world.actors().get((of.number() + 1 + draw.below(size - 1)) % size);
    if (of.isRemoved()) {
      then.run();
      return;
    }
    switch (act) {
      case BLOCK -> block(of, peer, then);
      case UNBLOCK -> unblock(draw, then);
      case COMPARE -> compare(draw, then);
      case POLICY -> policy(of, peer, draw, then);
      case ROTATE -> rotate(of, then);
      default -> remove(of, draw, then);
    }
  }

  private void block(Actor of, Actor peer, Runnable then) {
    Standing standing = new Standing(of.handle(), peer.handle());
    if (!changing.add(standing)) {
      then.run();
      return;
    }
    changes++;
    callers.<Integer>owner(
        of + " blocks " + peer,
        (calls, by) -> {
          calls.block(by, of.handle(), peer.handle());
          return 0;
        },
        reply -> {
          changing.remove(standing);
          if (reply instanceof Reply.Done && !world.history().blocks().contains(standing)) {
            world.history().blocks().add(standing);
          }
          then.run();
        });
  }

  private void unblock(Draw draw, Runnable then) {
    List<Standing> blocks = world.history().blocks();
    if (blocks.isEmpty()) {
      then.run();
      return;
    }
    Standing standing = blocks.get(draw.below(blocks.size()));
    if (!changing.add(standing)) {
      then.run();
      return;
    }
    changes++;
    blocks.remove(standing);
    callers.<Integer>owner(
        standing.blocker() + " unblocks " + standing.blocked(),
        (calls, by) -> {
          calls.unblock(by, standing.blocker(), standing.blocked());
          return 0;
        },
        _ -> {
          changing.remove(standing);
          then.run();
        });
  }

  /** Who is blocked is told what it is told of somebody who does not exist (invariant 7). */
  private void compare(Draw draw, Runnable then) {
    List<Standing> blocks = List.copyOf(world.history().blocks());
    if (blocks.isEmpty()) {
      then.run();
      return;
    }
    Standing standing = blocks.get(draw.below(blocks.size()));
    int before = changes;
    Actor blocked =
        world.actors().stream()
            .filter(actor -> actor.handle().equals(standing.blocked()))
            .findFirst()
            .orElseThrow();
    callers.agent(
        blocked,
        Optional.empty(),
        "compares " + standing.blocker() + " with nobody",
        (calls, caller) -> {
          Supplier<Optional<Refusal>> denied =
              () -> refusal(() -> calls.create(create(caller, standing.blocker())));
          Supplier<Optional<Refusal>> absent =
              () -> refusal(() -> calls.create(create(caller, Cast.NOBODY)));
          return List.of(denied.get(), absent.get());
        },
        reply -> {
          boolean stands = changes == before && !changing.contains(standing);
          if (stands && reply instanceof Reply.Done(var refusals)) {
            if (refusals.get(0).isEmpty()) {
              world.troubles().found("invariant 4: " + blocked + " reached who has it blocked");
            } else {
              world
                  .history()
                  .compared()
                  .add(
                      new Compared(
                          refusals.get(0).get(), refusals.get(1).orElse(new Refusal.Internal())));
            }
          }
          then.run();
        });
  }

  private static Command.Create create(Handle by, Handle invitee) {
    Optional<Keyed> none = Optional.empty();
    return new Command.Create(
        by, List.of(invitee), Optional.empty(), Optional.empty(), false, none);
  }

  private static Optional<Refusal> refusal(Supplier<?> call) {
    try {
      var _ = call.get();
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.of(refused.refusal());
    }
  }

  private void policy(Actor of, Actor peer, Draw draw, Runnable then) {
    int kind = draw.below(4);
    AllowlistEntry entry = new AllowlistEntry.One(peer.handle());
    callers.owner(
        of + " changes whom it admits",
        (calls, by) ->
            switch (kind) {
              case 0 -> calls.setPolicy(by, of.handle(), Policy.ALLOWLIST);
              case 1 -> calls.allow(by, of.handle(), List.of(entry));
              case 2 -> calls.disallow(by, of.handle(), entry);
              default -> calls.setPolicy(by, of.handle(), Policy.OPEN);
            },
        _ -> then.run());
  }

  private void rotate(Actor of, Runnable then) {
    if (of.isUnsure()) {
      then.run();
      return;
    }
    of.replacing();
    callers.owner(
        "the token of " + of + " is replaced",
        (calls, by) -> calls.rotateToken(by, of.handle()),
        reply -> {
          if (reply instanceof Reply.Done(var view)) {
            of.replaced(view.token().orElseThrow());
          }
          then.run();
        });
  }

  private void remove(Actor of, Draw draw, Runnable then) {
    if (draw.below(2) == 0) {
      then.run();
      return;
    }
    of.remove();
    callers.<Integer>owner(
        of + " is removed",
        (calls, by) -> {
          calls.remove(by, of.handle());
          return 0;
        },
        reply -> {
          if (reply instanceof Reply.Unknown) {
            of.doubtRemoval();
          }
          then.run();
        });
  }
}
