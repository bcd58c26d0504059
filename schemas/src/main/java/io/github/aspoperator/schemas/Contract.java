package io.github.aspoperator.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the contract: JSON Schemas, {@code openapi.json} and {@code asyncapi.json}. */
public final class Contract {

  private static final String FOLDER = "/schemas/";
  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.json");

  /** A reference to another file, up to that file's name. */
  private static final Pattern TO_A_FILE = Pattern.compile("(\"\\$ref\": *\")(?=[^#\"])");

  private Contract() {}

  /** The names of all files, sorted. */
  public static List<String> names() {
    URL known = Contract.class.getResource(FOLDER + "openapi.json");
    if (known == null) {
      throw new IllegalStateException("the contract is not there");
    }
    try {
      return known.openConnection() instanceof JarURLConnection jar
          ? inJar(jar.getJarFileURL().toURI())
          : inFolder(known.toURI());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> inJar(URI jar) throws IOException {
    try (JarFile file = new JarFile(Path.of(jar).toFile())) {
      String folder = FOLDER.substring(1);
      return sorted(
          file.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(folder))
              .map(name -> name.substring(folder.length())));
    }
  }

  private static List<String> inFolder(URI known) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(known).resolveSibling(""))) {
      return sorted(files.map(file -> file.getFileName().toString()));
    }
  }

  private static List<String> sorted(Stream<String> names) {
    return names.filter(NAME.asMatchPredicate()).sorted().toList();
  }

  /**
   * What is in a file, as bytes of UTF-8.
   *
   * @throws IllegalArgumentException when there is no such file
   */
  public static byte[] bytes(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no file of the contract"));
  }

  /**
   * What is in a document as it stands at the root of an operator, from where the schemas are in a
   * folder.
   */
  public static byte[] atRoot(String name) {
    String text = new String(bytes(name), StandardCharsets.UTF_8);
    return TO_A_FILE.matcher(text).replaceAll("$1schemas/").getBytes(StandardCharsets.UTF_8);
  }

  /** What is in a file, if there is one of that name; any text may be asked for. */
  public static Optional<byte[]> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try (InputStream in = Contract.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
