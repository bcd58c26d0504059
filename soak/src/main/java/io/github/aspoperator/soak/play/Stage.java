package io.github.aspoperator.soak.play;

import io.github.aspoperator.soak.client.Call;
import io.github.aspoperator.soak.client.Call.Answer;
import io.github.aspoperator.soak.fault.Faults;
import io.github.aspoperator.soak.home.Home;
import io.github.aspoperator.soak.home.Meter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What everybody who plays shares.
 *
 * @param home the operator
 * @param call how it is asked
 * @param book where all is written down
 * @param faults what went wrong
 * @param meter what the home is shown of it
 * @param curtain when to stop
 */
public record Stage(Home home, Call call, Book book, Faults faults, Meter meter, Curtain curtain) {

  private static final int FAILED = 500;

  /** Asks until there is an answer that means something; nothing once the time for that is over. */
  Optional<Answer> ask(Agent agent, String method, String path, String body, RandomGenerator draw)
      throws InterruptedException {
    while (!curtain.isFallen()) {
      Optional<Answer> answer = call.once(agent.token(), method, path, body);
      if (answer.isPresent() && answer.get().status() < FAILED) {
        return answer;
      }
      answer.ifPresent(refused -> refused(agent, method + " " + path, refused));
      Thread.sleep(50 + draw.nextInt(100));
    }
    return Optional.empty();
  }

  private void refused(Agent agent, String what, Answer answer) {
    if (!home.explains(answer)) {
      book.mishap(agent + " asked " + what + " and got " + answer.status() + " " + answer.body());
    }
    meter.refuse();
  }
}
