package io.github.aspoperator.aws.dynamo;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Lets something happen just before a call: what another process could do at that moment. */
final class Meanwhile implements ExecutionInterceptor {

  private final AtomicReference<Consumer<Object>> planned = new AtomicReference<>(_ -> {});

  /** Before the next request of this type, and that one only, {@code something} is given it. */
  <R> void before(Class<R> type, Consumer<R> something) {
    planned.set(request -> {
      if (type.isInstance(request)) {
        planned.set(_ -> {});
        something.accept(type.cast(request));
      }
    });
  }

  @Override
  public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
    planned.get().accept(call.request());
  }
}
