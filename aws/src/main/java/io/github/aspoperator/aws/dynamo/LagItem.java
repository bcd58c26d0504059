package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.delivery.Handouts;
import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.delivery.Mark;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.stored.HandoutsCodec;
import java.util.List;
import java.util.OptionalLong;

/** A {@link Lag} as an item: attributes, since marks are moved in place. */
final class LagItem {

  private static final String MEMBER = "i";
  private static final String THROUGH = "d";
  private static final String IN_RUN = "u";
  private static final String GENERATION = "g";
  private static final String FROM_THROUGH = "fd";
  private static final String FROM_IN_RUN = "fp";
  private static final String HEAD_VERSION = "h";
  private static final String HANDOUTS = "k";
  private static final String DONE_AT = "e";

  /** When the mark was last moved, of items from before there were handouts. */
  private static final String MOVED_AT = "t";

  private LagItem() {}

  private static Handouts handouts(Item item) {
    if (item.has(HANDOUTS)) {
      return HandoutsCodec.decode(item.text(HANDOUTS));
    }
    Mark from = Mark.at(item.number(FROM_THROUGH));
    return new Handouts(List.of(new Handouts.Handout(from, item.number(MOVED_AT))));
  }

  static Item of(Lag lag) {
    Item item =
        Item.at(Keys.lag(lag.agent(), lag.session()))
            .number(MEMBER, lag.member())
            .number(THROUGH, lag.mark().through())
            .number(IN_RUN, lag.mark().inRun())
            .text(GENERATION, lag.generation().text())
            .number(FROM_THROUGH, lag.from().through())
            .number(FROM_IN_RUN, lag.from().inRun())
            .number(HEAD_VERSION, lag.headVersion())
            .text(HANDOUTS, HandoutsCodec.encode(lag.handouts()));
    lag.doneAt().ifPresent(at -> item.number(DONE_AT, at));
    return item;
  }

  static Lag lag(Handle agent, Item item) {
    return new Lag(
        agent,
        Keys.ofLag(item),
        (int) item.number(MEMBER),
        new Mark(item.number(THROUGH), item.number(IN_RUN)),
        Ulid.parse(item.text(GENERATION), 0).orElseThrow(),
        new Mark(item.number(FROM_THROUGH), item.number(FROM_IN_RUN)),
        item.number(HEAD_VERSION),
        handouts(item),
        item.has(DONE_AT) ? OptionalLong.of(item.number(DONE_AT)) : OptionalLong.empty());
  }
}
