package io.github.aspoperator.local.store;

import com.sun.management.OperatingSystemMXBean;
import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.MemberBits;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.identity.RandomIds;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionLog.Appended;
import io.github.aspoperator.session.SessionState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * How fast appends become durable, beside what the disk gives a single writer: closed loops of
 * virtual threads, one to a session, the head moved by every bell. Arguments: seconds of a run, and
 * the folder to work in.
 */
final class StoreBench {

  private static final Handle ANN = Handle.of("@acme.ann");
  private static final RawJson TEXT = RawJson.of("\"" + "lorem ipsum ".repeat(20) + "\"");

  private final Ids ids = new RandomIds(System::currentTimeMillis);
  private final int seconds;
  private final Path folder;

  private StoreBench(int seconds, Path folder) {
    this.seconds = seconds;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    Path folder = Path.of(arguments.length > 1 ? arguments[1] : "target");
    StoreBench bench = new StoreBench(seconds, Files.createDirectories(folder));
    bench.bare();
    for (int sessions : new int[] {1, 8, 32, 256}) {
      bench.appends(sessions, false);
    }
    bench.appends(32, true);
    bench.crowded(32);
  }

  /** One row, one commit, on one thread: what the disk gives. */
  private void bare() throws IOException, SQLException {
    Path path = Files.createTempDirectory(folder, "bench");
    long count = 0;
    long[] nanos = new long[seconds * 50_000];
    try (Db db = new Place.Directory(path).writer()) {
      Commit commit = genesis(new SessionId(ids.next()));
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      while (System.nanoTime() < end) {
        long start = System.nanoTime();
        CommitTable.insert(db, ++count, Entry.of(message(commit.session(), count, start, false)));
        db.commit();
        nanos[(int) count % nanos.length] = System.nanoTime() - start;
      }
    }
    long[] all = Arrays.copyOf(nanos, (int) Math.min(count, nanos.length));
    print("bare, one row a sync", count, all, 0);
    delete(path);
  }

  private void appends(int sessions, boolean keyed) throws Exception {
    Path path = Files.createTempDirectory(folder, "bench");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Drains drains = new Drains(threads);
        Store store = Store.open(path, drains, Duration.ofSeconds(60))) {
      drains.store.complete(store);
      for (int warm = 0; warm < 2; warm++) {
        long end = System.nanoTime() + (warm == 0 ? 2 : seconds) * 1_000_000_000L;
        long cpu = cpu();
        List<Future<long[]>> loops =
            Stream.generate(() -> threads.submit(() -> loop(store, end, keyed, fresh(store))))
                .limit(sessions)
                .toList();
        report(warm, sessions + " sessions" + (keyed ? ", with keys" : ""), loops, cpu);
      }
    }
    delete(path);
  }

  /** Many writers of one session. */
  private void crowded(int writers) throws Exception {
    Path path = Files.createTempDirectory(folder, "bench");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Drains drains = new Drains(threads);
        Store store = Store.open(path, drains, Duration.ofSeconds(60))) {
      drains.store.complete(store);
      SessionId session = fresh(store);
      for (boolean keyed : new boolean[] {false, true}) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long cpu = cpu();
        List<Future<long[]>> loops =
            Stream.generate(() -> threads.submit(() -> loop(store, end, keyed, session)))
                .limit(writers)
                .toList();
        report(1, writers + " writers of 1 session" + (keyed ? ", with keys" : ""), loops, cpu);
      }
    }
    delete(path);
  }

  private SessionId fresh(Store store) {
    SessionId session = new SessionId(ids.next());
    store.log().append(genesis(session));
    return session;
  }

  private long[] loop(Store store, long end, boolean keyed, SessionId session) {
    long[] nanos = new long[1_000];
    int count = 0;
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      Appended appended;
      do {
        SessionState state = store.log().state(session).orElseThrow();
        appended = store.log().append(message(session, state.nextKey(), System.nanoTime(), keyed));
      } while (!(appended instanceof Appended.Done));
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = System.nanoTime() - start;
    }
    return Arrays.copyOf(nanos, count);
  }

  private void report(int warm, String what, List<Future<long[]>> loops, long cpu)
      throws Exception {
    ConcurrentLinkedQueue<long[]> parts = new ConcurrentLinkedQueue<>();
    for (Future<long[]> loop : loops) {
      parts.add(loop.get());
    }
    long[] all = parts.stream().flatMapToLong(Arrays::stream).toArray();
    if (warm > 0) {
      print(what, all.length, all, (cpu() - cpu) / all.length / 1_000);
    }
  }

  private void print(String what, long count, long[] nanos, long cpuMicros) {
    Arrays.sort(nanos);
    System.out.printf(
        "%-34s %7d/s   p50 %6d us   p99 %6d us   p99.9 %6d us   max %6d us   cpu %3d us%n",
        what,
        count / seconds,
        nanos[nanos.length / 2] / 1_000,
        nanos[(int) (nanos.length * 0.99)] / 1_000,
        nanos[(int) (nanos.length * 0.999)] / 1_000,
        nanos[nanos.length - 1] / 1_000,
        cpuMicros);
  }

  /** Nanoseconds of processor time that this process took so far. */
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private Commit genesis(SessionId session) {
    Commit.Genesis genesis = new Commit.Genesis(ANN, Optional.empty(), 0);
    return Commit.of(session, 0, ids.next(), 5, Optional.of(genesis), Optional.empty(), List.of());
  }

  private Commit message(SessionId session, long key, long unique, boolean keyed) {
    Payload.Message message =
        new Payload.Message(ANN, new Body(TEXT, Optional.empty()), Optional.empty());
    Optional<Keyed> by =
        keyed
            ? Optional.of(new Keyed(ANN, "key-" + unique + "-" + key, new Fingerprint(key, unique)))
            : Optional.empty();
    return Commit.of(session, key, ids.next(), 5, Optional.empty(), by, List.of(message));
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(path);
  }

  /** What an operator's drain does to the store. */
  private static final class Drains implements StoreEvents, AutoCloseable {

    private final ExecutorService threads;
    private final CompletableFuture<Store> store = new CompletableFuture<>();

    Drains(ExecutorService threads) {
      this.threads = threads;
    }

    @Override
    public void committed(Commit commit) {
      threads.execute(() -> move(commit));
    }

    private void move(Commit commit) {
      Head head = store.join().heads().read(commit.session());
      Head next = new Head(commit.last(), commit.at(), head.version() + 1, MemberBits.NONE, 0);
      if (commit.last() > head.sequence()) {
        boolean moved =
            store.join().heads().replace(commit.session(), head.version(), next, Optional.empty());
        if (!moved) {
          move(commit);
        }
      }
    }

    @Override
    public void jobEnqueued() {}

    @Override
    public void close() {}
  }
}
