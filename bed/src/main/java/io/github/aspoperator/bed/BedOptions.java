package io.github.aspoperator.bed;

import io.github.aspoperator.bed.lambda.Code;
import io.github.aspoperator.bed.lambda.ProcessOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a bed is made up.
 *
 * @param template the template
 * @param parameters instead of the template's defaults
 * @param port of the operator's URL; 0 for any free one
 * @param clock what the gateway goes by
 * @param inProcess which functions, by their logical ids, run in this process
 * @param code what the others are made of
 * @param flags of their JVMs
 * @param folder where their logs go, and their code is unpacked
 * @param snapStart whether they go through a checkpoint first, as with SnapStart
 * @param retrySeconds after which a message that failed comes again, whoever says otherwise: no
 *     test waits as long as the template says; empty: when its queue and its function let it
 * @param keepsTime whether schedules run by themselves
 */
public record BedOptions(
    Path template,
    Map<String, String> parameters,
    int port,
    InstantSource clock,
    Predicate<String> inProcess,
    Code code,
    List<String> flags,
    Path folder,
    boolean snapStart,
    OptionalInt retrySeconds,
    boolean keepsTime) {

  public BedOptions {
    parameters = Map.copyOf(parameters);
    flags = List.copyOf(flags);
  }

  /** Everything in this process, and failed messages again after a second. */
  public static BedOptions of(Path template) {
    return new BedOptions(
        template,
        Map.of(),
        0,
        InstantSource.system(),
        _ -> true,
        new Code.OfTemplate(),
        List.of(),
        Path.of(System.getProperty("java.io.tmpdir")),
        false,
        OptionalInt.of(1),
        false);
  }

  /** With these values of parameters. */
  public BedOptions with(Map<String, String> values) {
    return changed(next -> next.parameters = values);
  }

  /** At that port. */
  public BedOptions at(int publicPort) {
    return changed(next -> next.port = publicPort);
  }

  /** By that clock. */
  public BedOptions by(InstantSource time) {
    return changed(next -> next.clock = time);
  }

  /** With processes of their own for {@code functions}, that write their logs to {@code logs}. */
  public BedOptions processes(Predicate<String> functions, Path logs) {
    return changed(next -> {
      next.inProcess = functions.negate();
      next.folder = logs;
    });
  }

  /** With that code in those processes. */
  public BedOptions code(Code given) {
    return changed(next -> next.code = given);
  }

  /** With those flags of their JVMs besides. */
  public BedOptions flags(List<String> more) {
    return changed(next -> next.flags = Stream.concat(flags.stream(), more.stream()).toList());
  }

  /** With those processes restored from a checkpoint, or not. */
  public BedOptions snapStart(boolean restored) {
    return changed(next -> next.snapStart = restored);
  }

  /** With messages that failed and come again as on AWS. */
  public BedOptions retryingAsOnAws() {
    return changed(next -> next.retrySeconds = OptionalInt.empty());
  }

  /** With schedules that run by themselves. */
  public BedOptions keepingTime() {
    return changed(next -> next.keepsTime = true);
  }

  /** How processes of functions are started, then. */
  public ProcessOptions processes() {
    return new ProcessOptions(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        template.toAbsolutePath().resolveSibling(""),
        code,
        flags,
        folder,
        snapStart);
  }

  private BedOptions changed(Consumer<Draft> change) {
    Draft next = new Draft(this);
    change.accept(next);
    return new BedOptions(
        template,
        next.parameters,
        next.port,
        next.clock,
        next.inProcess,
        next.code,
        next.flags,
        next.folder,
        next.snapStart,
        next.retrySeconds,
        next.keepsTime);
  }

  /** What can be said otherwise, until it is said. */
  private static final class Draft {
    private Map<String, String> parameters;
    private int port;
    private InstantSource clock;
    private Predicate<String> inProcess;
    private Code code;
    private List<String> flags;
    private Path folder;
    private boolean snapStart;
    private OptionalInt retrySeconds;
    private boolean keepsTime;

    Draft(BedOptions options) {
      parameters = options.parameters;
      port = options.port;
      clock = options.clock;
      inProcess = options.inProcess;
      code = options.code;
      flags = options.flags;
      folder = options.folder;
      snapStart = options.snapStart;
      retrySeconds = options.retrySeconds;
      keepsTime = options.keepsTime;
    }
  }
}
