package io.github.aspoperator.bed.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * The native library of Lambda's runtime client, in a file that is never written again. Left to
 * itself the client unpacks it to one place of the machine, under the feet of every other process
 * that has just mapped it: two that start at once may crash.
 */
final class NativeLibrary {

  private static final String PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private NativeLibrary() {}

  /** The option of a JVM that loads it from there. */
  static String flag() {
    return "-D" + PROPERTY + "=" + Copy.PATH;
  }

  /** Made when the first process is started. */
  private static final class Copy {

    private static final Path PATH = unpack();

    private static Path unpack() {
      String resource = "/jni/libaws-lambda-jni." + platform() + ".so";
      try (InputStream library = AWSLambda.class.getResourceAsStream(resource)) {
        if (library == null) {
          throw new FileNotFoundException("the runtime client has no " + resource);
        }
        Path copy = Files.createTempFile("bed-", ".so");
        copy.toFile().deleteOnExit();
        Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String platform() {
      String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
      boolean arm = machine.equals("aarch64") || machine.equals("arm64");
      boolean musl =
          Files.exists(Path.of("/lib/ld-musl-" + (arm ? "aarch64" : "x86_64") + ".so.1"));
      return (musl ? "linux_musl-" : "linux-") + (arm ? "aarch_64" : "x86_64");
    }
  }
}
