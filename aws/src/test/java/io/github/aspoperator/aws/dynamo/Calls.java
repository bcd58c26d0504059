package io.github.aspoperator.aws.dynamo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;

/** The calls that were made: each by its name and the number of its keys, not by what it found. */
final class Calls implements ExecutionInterceptor {

  private final List<String> made = new CopyOnWriteArrayList<>();

  @Override
  public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
    String name = call.request().getClass().getSimpleName();
    made.add(
        call.request() instanceof BatchGetItemRequest batch
            ? name + batch.requestItems().values().stream().map(k -> k.keys().size()).toList()
            : name);
  }

  List<String> made() {
    return List.copyOf(made);
  }

  void forget() {
    made.clear();
  }
}
