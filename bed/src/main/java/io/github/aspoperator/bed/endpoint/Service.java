package io.github.aspoperator.bed.endpoint;

import java.io.IOException;

/** A service behind the endpoint. */
@FunctionalInterface
public interface Service {

  /** Answers; an exception is an answer of 500. */
  ServiceAnswer answer(ServiceCall call) throws IOException, InterruptedException;
}
