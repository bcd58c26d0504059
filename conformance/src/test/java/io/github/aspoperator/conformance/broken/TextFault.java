package io.github.aspoperator.conformance.broken;

import java.util.List;
import java.util.function.UnaryOperator;

/** Writes events otherwise, in frames and in pages alike, though they say the same. */
final class TextFault extends Fault {

  private final UnaryOperator<String> writes;

  TextFault(UnaryOperator<String> writes) {
    this.writes = writes;
  }

  @Override
  List<String> frame(Line line, String frame) {
    return List.of(writes.apply(frame));
  }

  @Override
  Answer answer(Call call, Answer answer) {
    boolean page = call.is("GET", "/sessions/[^/]+/events") && answer.status() == 200;
    return page ? answer.body(writes.apply(answer.body())) : answer;
  }
}
