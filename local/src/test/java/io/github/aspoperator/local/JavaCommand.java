package io.github.aspoperator.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of another process, run by the JDK and with the classes of this test. */
public final class JavaCommand {

  private JavaCommand() {}

  /**
   * The command.
   *
   * @param options what this process is given beside what all of them need
   * @param main the class to run
   * @param arguments what its main method gets
   */
  public static List<String> of(List<String> options, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    // a killed process leaves SQLite's library where it unpacked it
    command.add("-Dorg.sqlite.tmpdir=" + Path.of("target").toAbsolutePath());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return command;
  }
}
