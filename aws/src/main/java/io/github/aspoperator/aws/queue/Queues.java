package io.github.aspoperator.aws.queue;

/**
 * The URLs of the queues.
 *
 * @param replay replays, first in first out for each agent
 * @param bell sessions to drain again
 * @param work everything else that is to be done at once, or in seconds
 * @param grace what ends an absence, or publishes it
 */
public record Queues(String replay, String bell, String work, String grace) {}
