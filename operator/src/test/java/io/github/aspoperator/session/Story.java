package io.github.aspoperator.session;

import static io.github.aspoperator.session.Cast.SESSION;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.trust.Contacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A session as it is lived: each command is decided, and what was decided is folded. */
public final class Story {

  /** When every story begins, in epoch milliseconds. */
  public static final long START = 1_000_000;

  private final List<Commit> commits = new ArrayList<>();
  private final Map<Handle, Long> epochs = new HashMap<>();
  private Ties ties = Ties.FRIENDS;
  private long now = START;
  private final List<SessionState> states = new ArrayList<>();

  private Story(Command.Create create) {
    Decision decision = create(create, Ties.FRIENDS);
    if (!(decision instanceof Decision.Append(var genesis))) {
      throw new IllegalStateException("a story begins with a session: " + decision);
    }
    commits.add(genesis);
    states.add(Fold.begin(genesis));
  }

  public static Story of(Command.Create create) {
    return new Story(create);
  }

  /** What comes of a create among {@code ties}. */
  static Decision create(Command.Create create, Ties ties) {
    Contacts contacts = ties.answer(Question.of(create));
    return Decide.create(SESSION, create, new Facts(START, id(0), 0, contacts));
  }

  /** What would come of {@code command} now. */
  public Decision decide(Command.Existing command) {
    Contacts contacts = Question.of(state(), command).map(ties::answer).orElse(Contacts.NONE);
    long epoch =
        switch (command) {
          case Command.Join join -> epochs.getOrDefault(join.agent(), 0L);
          case Command.Reopen reopen -> epochs.getOrDefault(reopen.by(), 0L);
          default -> 0;
        };
    return Decide.on(state(), command, new Facts(now, id(commits.size()), epoch, contacts));
  }

  /** Decides {@code command} and lives with what comes of it. */
  public Decision ask(Command.Existing command) {
    Decision decision = decide(command);
    if (decision instanceof Decision.Append(var commit)) {
      commits.add(commit);
      states.add(Fold.apply(state(), commit));
    }
    return decision;
  }

  /** Goes on with {@code commands}, each of which must say something. */
  public Story then(Command.Existing... commands) {
    for (Command.Existing command : commands) {
      Decision decision = ask(command);
      if (!(decision instanceof Decision.Append)) {
        throw new IllegalStateException(command + " came to " + decision);
      }
    }
    return this;
  }

  public Story ties(UnaryOperator<Ties> change) {
    ties = change.apply(ties);
    return this;
  }

  /** {@code millis} later, or earlier. */
  public Story after(long millis) {
    now += millis;
    return this;
  }

  /** The presence epoch of {@code agent} from now on. */
  public Story epoch(Handle agent, long epoch) {
    epochs.put(agent, epoch);
    return this;
  }

  Ties ties() {
    return ties;
  }

  public SessionState state() {
    return states.getLast();
  }

  /** After each commit. */
  public List<SessionState> states() {
    return List.copyOf(states);
  }

  public List<Commit> commits() {
    return List.copyOf(commits);
  }

  public List<SessionEvent> events() {
    return commits.stream().flatMap(commit -> commit.events().stream()).toList();
  }

  Member member(Handle handle) {
    return state().member(handle).orElseThrow();
  }

  /** What the last commit says. */
  List<String> said() {
    return Said.of(commits.getLast());
  }

  /** Asks, and says in the words of the contract what came of it. */
  Outcome outcome(Command.Existing command) {
    return Outcome.of(ask(command));
  }

  private static Ulid id(int command) {
    return new Ulid(1, 1_000_000L * command);
  }
}
