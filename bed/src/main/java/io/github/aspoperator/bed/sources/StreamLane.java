package io.github.aspoperator.bed.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.bed.lambda.Lambda;
import io.github.aspoperator.bed.template.StreamMapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The records of some partition keys, in order: one batch at a time, tried until it works or is
 * given up. Splitting a batch costs no try. Where the function names a failed record, those before
 * it are done and the rest is tried again; it is not split, which the documentation leaves open.
 */
final class StreamLane {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MOST_BACKOFF_MILLIS = 1_000;

  private final StreamMapping mapping;
  private final Lambda lambda;
  private final BiConsumer<List<JsonNode>, Integer> givenUp;
  private final Deque<JsonNode> waiting = new ArrayDeque<>();

  /** {@code givenUp}: is told of a batch and of how often it was tried. */
  StreamLane(StreamMapping mapping, Lambda lambda, BiConsumer<List<JsonNode>, Integer> givenUp) {
    this.mapping = mapping;
    this.lambda = lambda;
    this.givenUp = givenUp;
  }

  /** Together, so that what was read together may become one batch. */
  synchronized void add(List<JsonNode> records) {
    waiting.addAll(records);
    notifyAll();
  }

  /** Works off what was added, until it is interrupted. */
  void run() {
    try {
      while (true) {
        process(take(), 0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<JsonNode> take() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    List<JsonNode> batch = new ArrayList<>();
    while (!waiting.isEmpty() && batch.size() < mapping.batchSize()) {
      batch.add(waiting.remove());
    }
    return batch;
  }

  private void process(List<JsonNode> batch, int triedBefore) throws InterruptedException {
    List<JsonNode> rest = batch;
    int tried = triedBefore;
    while (!rest.isEmpty()) {
      BatchAnswer answer = invoke(rest);
      switch (answer) {
        case BatchAnswer.Done _ -> {
          return;
        }
        case BatchAnswer.Failed _ -> {
          if (mapping.bisect() && rest.size() > 1) {
            int middle = rest.size() / 2;
            process(rest.subList(0, middle), tried);
            process(rest.subList(middle, rest.size()), tried);
            return;
          }
          tried++;
        }
        case BatchAnswer.Partly(var ids) -> {
          int first = first(rest, ids);
          rest = rest.subList(first, rest.size());
          tried = first > 0 ? 1 : tried + 1;
        }
      }
      if (mapping.retries().isPresent() && tried > mapping.retries().getAsInt()) {
        givenUp.accept(rest, tried);
        return;
      }
      Thread.sleep(Math.min(MOST_BACKOFF_MILLIS, 10L << Math.min(tried, 10)));
    }
  }

  private BatchAnswer invoke(List<JsonNode> batch) throws InterruptedException {
    ObjectNode event = JSON.createObjectNode();
    event.putArray("Records").addAll(batch);
    Set<String> known = new HashSet<>();
    batch.forEach(each -> known.add(StreamRecords.sequence(each)));
    return BatchAnswer.of(
        lambda.invoke(mapping.functionId(), event.toString()), known, mapping.reportsFailures());
  }

  private static int first(List<JsonNode> batch, Set<String> ids) {
    for (int i = 0; i < batch.size(); i++) {
      if (ids.contains(StreamRecords.sequence(batch.get(i)))) {
        return i;
      }
    }
    throw new IllegalStateException("no record of the batch was named");
  }
}
