package io.github.aspoperator.simulation.play;

import io.github.aspoperator.functions.work.DrainStream;
import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.engine.Scheduler;
import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.part.Faults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The stream of the log and what reads it: two shards, a batch of each at a time, tried until it is
 * done. Only the order of one item's records is promised, so a disturbed record goes its own way.
 */
final class StreamFeed {

  private static final int SHARDS = 2;
  private static final int LARGEST_BATCH = 4;
  private static final int LONGEST_DELAY = 8_000;

  /** As the template has it; then the batch goes to the dead letters. */
  private static final int MOST_TRIES = 10;

  private final Scheduler scheduler;
  private final Draw draw;
  private final Faults faults;
  private final Functions functions;
  private final Troubles troubles;
  private final List<Lane> lanes = new ArrayList<>();
  private long numbers = 1_000;

  StreamFeed(
      Scheduler scheduler, Draw draw, Faults faults, Functions functions, Troubles troubles) {
    this.scheduler = scheduler;
    this.draw = draw;
    this.faults = faults;
    this.functions = functions;
    this.troubles = troubles;
    for (int i = 0; i < SHARDS; i++) {
      lanes.add(new Lane());
    }
  }

  /** A new item of the log, of the session of that name. */
  void added(String session, Map<String, AttributeValue> item) {
    numbers++;
    Streamed streamed = new Streamed(Long.toString(numbers), item);
    if (faults.strike(Fault.RECORD_LATE, 2)) {
      aside(streamed, draw.below(LONGEST_DELAY));
    } else if (faults.strike(Fault.RECORDS_REORDERED, 2)) {
      aside(streamed, 0);
    } else {
      lanes.get(Math.floorMod(session.hashCode(), SHARDS)).add(streamed);
    }
    if (faults.strike(Fault.RECORD_REPEATED, 2)) {
      aside(streamed, draw.below(LONGEST_DELAY));
    }
  }

  private void aside(Streamed streamed, long delay) {
    Lane own = new Lane();
    scheduler.at(scheduler.now() + delay, "a record on its own way", () -> own.add(streamed));
  }

  /** Records that come one batch after the other. */
  private final class Lane {

    private final Deque<Streamed> waiting = new ArrayDeque<>();
    private boolean busy;

    void add(Streamed streamed) {
      waiting.add(streamed);
      if (!busy) {
        busy = true;
        scheduler.at(scheduler.now(), "the stream is read", this::next);
      }
    }

    private void next() {
      if (waiting.isEmpty()) {
        busy = false;
        return;
      }
      List<Streamed> batch = new ArrayList<>();
      int size = 1 + draw.below(LARGEST_BATCH);
      while (batch.size() < size && !waiting.isEmpty()) {
        batch.add(waiting.remove());
      }
      process(batch, 1);
    }

    private void process(List<Streamed> batch, int tries) {
      byte[] event = Streamed.event(batch);
      byte[][] response = {{}};
      functions.invoke(
          Kind.STREAM,
          "stream of " + batch.size(),
          instance -> response[0] = instance.handler(DrainStream.class).answer(event, "stream"),
          thrown -> {
            if (thrown != null) {
              again(batch, tries + 1);
              return;
            }
            Optional<String> failed = Streamed.failed(response[0]);
            if (failed.isEmpty()) {
              scheduler.at(scheduler.now(), "the stream is read on", this::next);
            } else {
              String first = failed.get();
              again(from(batch, first), from(batch, first).size() < batch.size() ? 1 : tries + 1);
            }
          });
    }

    private List<Streamed> from(List<Streamed> batch, String first) {
      int at = 0;
      while (!batch.get(at).number().equals(first)) {
        at++;
      }
      return batch.subList(at, batch.size());
    }

    private void again(List<Streamed> batch, int tries) {
      if (tries > MOST_TRIES) {
        troubles.found("stuck: a batch of the stream is given up");
        return;
      }
      scheduler.at(
          scheduler.now() + 100L * tries, "the batch comes again", () -> process(batch, tries));
    }
  }
}
