package io.github.aspoperator.conformance.broken;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What a broken operator does otherwise. Each proxy has an object of its own. */
class Fault {

  /** Answers {@code call}, with the help of the operator behind. */
  Answer serve(Call call, Behind operator) throws IOException, InterruptedException {
    Call other = call(call);
    return answer(other, operator.answer(other));
  }

  /** What goes to the operator instead of {@code call}. */
  Call call(Call call) {
    return call;
  }

  /** What comes back instead of {@code answer}. */
  Answer answer(Call call, Answer answer) {
    return answer;
  }

  /** How long {@code frame} is on its way; those of one session keep their order. */
  Duration delay(String frame) {
    return Duration.ZERO;
  }

  /** How long the operator takes to notice that a client closed; it is answered at once. */
  Duration noticesCloseAfter() {
    return Duration.ZERO;
  }

  /** How large a client's frame may be: a larger one closes with 1009. */
  int mostFrameBytes() {
    return 32 * 1024;
  }

  /** What goes out first on a new line. */
  List<String> opening(Line line) {
    return List.of();
  }

  /** What goes out on a line instead of {@code frame}. */
  List<String> frame(Line line, String frame) {
    return List.of(frame);
  }
}
