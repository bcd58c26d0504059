package io.github.aspoperator.operator;

import io.github.aspoperator.identity.MessageId;

/**
 * The answer to a send.
 *
 * @param message the message's id
 * @param sequence its place in the session
 */
public record Sent(MessageId message, long sequence) {}
