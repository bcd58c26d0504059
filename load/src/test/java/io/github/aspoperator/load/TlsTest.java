package io.github.aspoperator.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.load.standin.StandIn;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @Test
  void httpsAndWssWorkThroughTheTrustStoreOfThisJava(@TempDir Path folder) throws Exception {
    SSLContext usual = SSLContext.getDefault();
    SSLContext trusting = context(folder.resolve("keys"));
    ServerSocket server = trusting.getServerSocketFactory().createServerSocket(0);
    String url = String.format(Locale.ROOT, "https://localhost:%d", server.getLocalPort());
    try (StandIn standIn = new StandIn(server)) {
      assertEquals(2, load(url), "an unknown certificate, at " + standIn.url());
      SSLContext.setDefault(trusting);
      assertEquals(0, load(url));
    } finally {
      SSLContext.setDefault(usual);
    }
  }

  private static int load(String url) {
    return Main.execute(
        new PrintWriter(new StringWriter()),
        new PrintWriter(new StringWriter()),
        "--url=" + url,
        "--admin-token=" + StandIn.ADMIN_TOKEN,
        "--sessions=2",
        "--message-bytes=20000",
        "--seconds=1",
        "--warmup=0");
  }

  private static SSLContext context(Path file) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, keytool.waitFor());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory others =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }
}
