package io.github.aspoperator.bed.endpoint;

import java.io.IOException;

/**
 * What a test does to the calls of services: refuse them, hold them up, lose their answers, or kill
 * who made them.
 */
@FunctionalInterface
public interface ServiceFault {

  /** Nothing ever goes wrong. */
  ServiceFault NONE = (call, service) -> service.answer(call);

  /** Answers in place of {@code service}, or with what it answers. */
  ServiceAnswer around(ServiceCall call, Service service) throws IOException, InterruptedException;
}
