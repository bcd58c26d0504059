package io.github.aspoperator.bed.template;

import java.util.Optional;

/**
 * When a function is called by the clock.
 *
 * @param functionId the function
 * @param expression as {@code rate(5 minutes)}
 * @param input the event, where the template gives one
 */
public record ScheduleSpec(String functionId, String expression, Optional<String> input) {}
