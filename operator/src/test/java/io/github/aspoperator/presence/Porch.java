package io.github.aspoperator.presence;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Presence items in memory, and a diary of what was written and sent, in order. */
final class Porch implements Presences, Jobs {

  static final Handle ANN = Handle.of("@lab.ann");
  static final TokenHash TOKEN = new TokenHash("00");
  static final long NOW = 1_000;

  final List<String> diary = new ArrayList<>();
  final List<Job> jobs = new ArrayList<>();
  Windows windows = new Windows(3, OptionalLong.of(30), 0);
  Presence presence = Presence.NEVER;

  SessionLog log = untouched(SessionLog.class);
  SessionIndex index = untouched(SessionIndex.class);

  /** What another writer makes of the item just before the next write. */
  Optional<Presence> meanwhile = Optional.empty();

  private final Map<TokenHash, Principal> tokens =
      new HashMap<>(Map.of(TOKEN, new Principal.OfAgent(ANN)));
  private long ids;

  Porch with(String... connections) {
    for (String connection : connections) {
      presence = presence.connect(new ConnectionId(connection), 0, TOKEN);
    }
    return this;
  }

  void revoke() {
    tokens.clear();
  }

  void run(Step<PresencePorts> first) {
    Ids fresh = () -> new Ulid(0, ++ids);
    PresencePorts ports =
        new PresencePorts(this, credentials(), log, index, this, fresh, () -> NOW, windows);
    Step.runAll(first, ports);
  }

  private Credentials credentials() {
    Object proxy =
        Proxy.newProxyInstance(
            Porch.class.getClassLoader(),
            new Class<?>[] {Credentials.class},
            (_, _, args) -> {
              TokenHash token = (TokenHash) args[0];
              return Optional.ofNullable(tokens.get(token));
            });
    return (Credentials) proxy;
  }

  private static <T> T untouched(Class<T> port) {
    Object proxy =
        Proxy.newProxyInstance(
            Porch.class.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              throw new UnsupportedOperationException(method.getName());
            });
    return port.cast(proxy);
  }

  @Override
  public Presence read(Handle agent) {
    return presence;
  }

  @Override
  public boolean replace(Handle agent, long version, Presence next) {
    meanwhile.ifPresent(other -> presence = other);
    meanwhile = Optional.empty();
    boolean written = presence.version() == version;
    diary.add(written ? "written" : "lost");
    presence = written ? next : presence;
    return written;
  }

  @Override
  public void enqueue(Job job) {
    jobs.add(job);
    diary.add(job.getClass().getSimpleName());
  }

  @Override
  public void enqueueAt(Job job, long dueAt) {
    jobs.add(job);
    diary.add(job.getClass().getSimpleName() + " at " + (dueAt - NOW));
  }
}
