package io.github.aspoperator.simulation.play;

import io.github.aspoperator.functions.Function;
import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.engine.Scheduler;
import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.part.Faults;
import io.github.aspoperator.wire.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The queues and what they feed: at least once, not before its time, in any order; replays one at a
 * time for each agent.
 */
final class QueueFeed {

  private static final byte[] DONE =
      "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_DELAY = 8_000;

  /** More than a run of faults can be blamed for: a message that fails so often always does. */
  private static final int MOST_TRIES = 12;

  private final Scheduler scheduler;
  private final Draw draw;
  private final Faults faults;
  private final Functions functions;
  private final Troubles troubles;
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, Integer> pauses = new HashMap<>();
  private int messages;

  QueueFeed(Scheduler scheduler, Draw draw, Faults faults, Functions functions, Troubles troubles) {
    this.scheduler = scheduler;
    this.draw = draw;
    this.faults = faults;
    this.functions = functions;
    this.troubles = troubles;
  }

  /** How long a message that failed stays hidden, as the template has it, milliseconds. */
  private static long visibility(Kind queue) {
    return switch (queue) {
      case REPLAY -> 90_000;
      case GRACE -> 180_000;
      default -> 360_000;
    };
  }

  /** The message of that receipt is hidden for so long if it fails, and not as its queue has it. */
  void hide(String receipt, int seconds) {
    pauses.put(receipt, seconds);
  }

  /** A message to {@code queue}, due in {@code delaySeconds}. */
  void send(Kind queue, String body, String group, int delaySeconds) {
    messages++;
    String id = "m" + messages;
    long due = scheduler.now() + delaySeconds * 1_000L;
    if (faults.strike(Fault.MESSAGE_LATE, 2)) {
      due += draw.below(LONGEST_DELAY);
    }
    if (queue == Kind.REPLAY) {
      groups.computeIfAbsent(group, _ -> new Group()).add(new Message(queue, id, body));
      return;
    }
    Message message = new Message(queue, id, body);
    scheduler.at(due, message, () -> invoke(message, 1, () -> {}));
    if (faults.strike(Fault.MESSAGE_REPEATED, 2)) {
      scheduler.at(due + draw.below(LONGEST_DELAY), message, () -> invoke(message, 1, () -> {}));
    }
  }

  private record Message(Kind queue, String id, String body) {
    @Override
    public String toString() {
      return queue + " " + id + " " + body.substring(0, Math.min(24, body.length()));
    }
  }

  private void invoke(Message message, int tries, Runnable done) {
    JsonWriter json = new JsonWriter(256).object().name("Records").array().object();
    json.name("messageId").string(message.id()).name("body").string(message.body());
    json.name("receiptHandle").string(message.id());
    json.name("eventSourceARN")
        .string("arn:aws:sqs:" + message.queue().name().toLowerCase(Locale.ROOT));
    json.name("attributes").object().name("ApproximateReceiveCount");
    json.string(Integer.toString(tries)).endObject();
    byte[] event = json.endObject().endArray().endObject().done();
    boolean[] failed = {false};
    functions.invoke(
        message.queue(),
        message,
        instance -> failed[0] = !isDone(instance, event, message.id()),
        thrown -> {
          if (thrown == null && !failed[0]) {
            done.run();
          } else if (tries == MOST_TRIES) {
            troubles.found("stuck: " + message + " is given up");
          } else {
            Integer pause = pauses.remove(message.id());
            long hidden = pause == null ? visibility(message.queue()) : pause * 1_000L;
            long visible = scheduler.now() + hidden;
            scheduler.at(visible, message, () -> invoke(message, tries + 1, done));
          }
        });
  }

  private static boolean isDone(Instance instance, byte[] event, String id) {
    byte[] answer = ((Function) instance.handler()).answer(event, id);
    return Arrays.equals(answer, DONE);
  }

  /** Messages that wait for each other. */
  private final class Group {

    private final Deque<Message> waiting = new ArrayDeque<>();
    private boolean busy;

    void add(Message message) {
      waiting.add(message);
      if (!busy) {
        busy = true;
        next();
      }
    }

    private void next() {
      if (waiting.isEmpty()) {
        busy = false;
        return;
      }
      Message message = waiting.remove();
      // once in a while it was done, and comes again
      int times = faults.strike(Fault.MESSAGE_REPEATED, 2) ? 2 : 1;
      scheduler.at(scheduler.now(), message, () -> times(message, times));
    }

    private void times(Message message, int left) {
      if (left == 0) {
        next();
      } else {
        invoke(message, 1, () -> times(message, left - 1));
      }
    }
  }
}
