package io.github.aspoperator.bed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the bed until it is interrupted. */
@Command(
    name = "scripts/bed",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the AWS stack of template.yaml on this machine, from the template itself:",
      "handlers, tables, queues, both APIs. For tests and for looking; nothing is kept."
    })
public final class Main implements Callable<Integer> {

  @Option(names = "--port", description = "Where the operator is (default: any free port).")
  private int port;

  @Option(names = "--template", required = true, description = "The template.")
  private Path template = Path.of("template.yaml");

  @Option(
      names = "--folder",
      required = true,
      description = "Where the admin token and the logs of processes go.")
  private Path folder = Path.of("");

  @Option(
      names = "--process",
      description =
          "A function, by its id in the template, that gets a process of its own; all: each.")
  private Set<String> processes = Set.of();

  @Option(names = "--parameter", description = "A parameter of the template: NAME=VALUE.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  private Main() {}

  /** The command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    BedOptions options =
        BedOptions.of(template)
            .at(port)
            .with(parameters)
            .keepingTime()
            .processes(id -> processes.contains("all") || processes.contains(id), folder);
    try (Bed bed = Bed.start(options)) {
      Path token = folder.resolve("admin-token").toAbsolutePath().normalize();
      keep(bed.adminToken(), token);
      System.out.println("operator     " + bed.url());
      System.out.println("admin token  " + token);
      System.out.println("Ctrl-C stops it.");
      Runtime.getRuntime().addShutdownHook(new Thread(bed::close));
      new CountDownLatch(1).await();
    }
    return 0;
  }

  /** For its owner's eyes only. */
  private static void keep(String secret, Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, secret, StandardOpenOption.TRUNCATE_EXISTING);
  }
}
