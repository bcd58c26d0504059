package io.github.aspoperator.conformance.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A broken operator.
 *
 * @param name what it does wrong
 * @param check the check that must find it
 * @param fault makes what breaks it
 */
record Broken(String name, String check, Supplier<Fault> fault) {

  @Override
  public String toString() {
    return name;
  }

  /** All of them. */
  static List<Broken> all() {
    return Stream.of(
            SessionFaults.all(),
            EventFaults.all(),
            StreamFaults.all(),
            TrustFaults.all(),
            KeyFaults.all(),
            VerbatimFaults.all(),
            RefusalFaults.all())
        .flatMap(List::stream)
        .toList();
  }

  static Broken answer(
      String name,
      String check,
      String method,
      String path,
      BiFunction<Call, Answer, Answer> change) {
    return new Broken(
        name,
        check,
        () ->
            new Fault() {
              @Override
              Answer answer(Call call, Answer answer) {
                return call.is(method, path) ? change.apply(call, answer) : answer;
              }
            });
  }

  static Broken call(
      String name, String check, String method, String path, UnaryOperator<Call> change) {
    return new Broken(
        name,
        check,
        () ->
            new Fault() {
              @Override
              Call call(Call call) {
                return call.is(method, path) ? change.apply(call) : call;
              }
            });
  }

  static Broken event(String name, String check, String type, Predicate<ObjectNode> keeps) {
    return new Broken(
        name,
        check,
        () ->
            new EventFault() {
              @Override
              boolean keeps(ObjectNode event) {
                return !event.path("type").asText().equals(type) || keeps.test(event);
              }
            });
  }
}
