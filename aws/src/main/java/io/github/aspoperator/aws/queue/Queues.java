package io.github.aspoperator.aws.queue;

import java.util.stream.Stream;

/**
 * The URLs of the queues.
 *
 * @param replay replays, first in first out for each agent
 * @param bell sessions to drain again
 * @param work everything else that is to be done at once, or in seconds
 * @param grace what ends an absence, or publishes it
 */
public record Queues(String replay, String bell, String work, String grace) {

  /** The URL of the queue with that ARN: both end in its name. */
  String urlOf(String arn) {
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return Stream.of(replay, bell, work, grace)
        .filter(url -> url.substring(url.lastIndexOf('/') + 1).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no queue of ours is " + arn));
  }
}
