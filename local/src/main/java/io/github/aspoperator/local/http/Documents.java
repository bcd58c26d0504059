package io.github.aspoperator.local.http;

import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.schemas.Contract;
import io.github.aspoperator.wire.reply.Replies;
import io.github.aspoperator.wire.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The contract for machines, each file read when it is first asked for. */
final class Documents {

  /** A reference to another file, up to that file's name. */
  private static final Pattern TO_A_FILE = Pattern.compile("(\"\\$ref\": *\")(?=[^#\"])");

  private static final Map<String, Reply> ROOT = new ConcurrentHashMap<>();
  private static final Map<String, Reply> FILES = new ConcurrentHashMap<>();

  private Documents() {}

  /** A document as it stands at the root, from where the schemas are in a folder. */
  static Reply root(String name) {
    return ROOT.computeIfAbsent(name, Documents::above);
  }

  private static Reply above(String name) {
    String text = new String(Contract.bytes(name), StandardCharsets.UTF_8);
    String moved = TO_A_FILE.matcher(text).replaceAll("$1schemas/");
    return Replies.document(moved.getBytes(StandardCharsets.UTF_8));
  }

  /** A file as it is. Throws {@code NotFound} when there is none of that name. */
  static Reply file(String name) {
    return FILES.computeIfAbsent(name, Documents::asItIs);
  }

  private static Reply asItIs(String name) {
    return Replies.document(Contract.find(name).orElseThrow(() -> new Refusal.NotFound().thrown()));
  }
}
