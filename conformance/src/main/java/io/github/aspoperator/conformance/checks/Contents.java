package io.github.aspoperator.conformance.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contents as they may be, and as they may not. */
final class Contents {

  /** Parts of every kind. */
  static final List<String> PARTS =
      List.of(
          "{\"type\":\"text\",\"text\":\"a\"}",
          "{\"type\":\"text\",\"text\":\" \"}",
          "{\"type\":\"image\",\"url\":\"https://example.org/a.png\"}",
          "{\"type\":\"image\",\"data_uri\":\"data:image/png;base64,AAAA\"}",
          "{\"type\":\"image\",\"url\":\"https://example.org/a\",\"mime_type\":\"image/png\",\"name\":\"a\"}",
          "{\"type\":\"file\",\"url\":\"https://example.org/a\"}",
          "{\"type\":\"file\",\"url\":\"https://example.org/a\",\"name\":\"a\",\"mime_type\":\"a/b\",\"size\":0}",
          "{\"type\":\"file\",\"url\":\"https://example.org/a\",\"size\":9007199254740991}",
          "{\"type\":\"data\",\"data\":{}}",
          "{\"type\":\"data\",\"data\":{\"a\":[1,null,true,{\"b\":\"c\"}],\"type\":\"text\"}}");

  /** Contents that are none, and what is wrong with them. */
  private static final Map<String, String> WRONG = new LinkedHashMap<>();

  /** Parts that are none, and what is wrong with them. */
  private static final Map<String, String> WRONG_PARTS = new LinkedHashMap<>();

  static {
    for (String wrong : List.of("\"\"", "[]", "5", "null", "true", "{}")) {
      WRONG.put(wrong, "");
    }
    WRONG.put("{\"type\":\"text\",\"text\":\"a\"}", "");
    for (String wrong : List.of("5", "null", "\"a\"", "[]", "true")) {
      WRONG_PARTS.put(wrong, "");
    }
    part("", "/type");
    part("\"type\":5", "/type");
    part("\"type\":null", "/type");
    part("\"type\":\"\"", "/type");
    part("\"type\":\"Text\",\"text\":\"a\"", "/type");
    part("\"type\":\"video\",\"url\":\"u\"", "/type");
    part("\"type\":\"text\"", "/text");
    part("\"type\":\"text\",\"text\":\"\"", "/text");
    part("\"type\":\"text\",\"text\":5", "/text");
    part("\"type\":\"text\",\"text\":null", "/text");
    part("\"type\":\"image\"", "/url");
    part("\"type\":\"image\",\"url\":5", "/url");
    part("\"type\":\"image\",\"data_uri\":\"http://a\"", "/data_uri");
    part("\"type\":\"image\",\"data_uri\":5", "/data_uri");
    part("\"type\":\"image\",\"url\":\"u\",\"mime_type\":5", "/mime_type");
    part("\"type\":\"image\",\"url\":\"u\",\"name\":[]", "/name");
    part("\"type\":\"file\"", "/url");
    part("\"type\":\"file\",\"name\":\"a\"", "/url");
    part("\"type\":\"file\",\"url\":{}", "/url");
    part("\"type\":\"file\",\"url\":\"u\",\"name\":5", "/name");
    part("\"type\":\"file\",\"url\":\"u\",\"mime_type\":false", "/mime_type");
    part("\"type\":\"file\",\"url\":\"u\",\"size\":-1", "/size");
    part("\"type\":\"file\",\"url\":\"u\",\"size\":1.5", "/size");
    part("\"type\":\"file\",\"url\":\"u\",\"size\":\"1\"", "/size");
    part("\"type\":\"data\"", "/data");
    part("\"type\":\"data\",\"data\":[]", "/data");
    part("\"type\":\"data\",\"data\":\"a\"", "/data");
    part("\"type\":\"data\",\"data\":null", "/data");
  }

  /** Fields that do not belong to their parts, and which. */
  static final Map<String, String> STRANGE_FIELDS =
      Map.of(
          "\"type\":\"text\",\"text\":\"a\",\"x\":1", "/x",
          "\"type\":\"text\",\"text\":\"a\",\"url\":\"u\"", "/url",
          "\"type\":\"image\",\"url\":\"u\",\"size\":1", "/size",
          "\"type\":\"image\",\"url\":\"u\",\"alt\":\"a\"", "/alt",
          "\"type\":\"file\",\"url\":\"u\",\"data_uri\":\"data:,\"", "/data_uri",
          "\"type\":\"data\",\"data\":{},\"mime_type\":\"a/b\"", "/mime_type");

  private Contents() {}

  private static void part(String fields, String wrong) {
    WRONG_PARTS.put("{" + fields + "}", wrong);
  }

  /** The body of a message. */
  static String content(String content) {
    return "{\"content\":" + content + "}";
  }

  /** All contents that are none, and where: parts in the second place of a list. */
  static Map<String, String> wrongs() {
    Map<String, String> all = new LinkedHashMap<>(WRONG);
    WRONG_PARTS.forEach(
        (part, wrong) -> all.put("[" + PARTS.getFirst() + "," + part + "]", "/1" + wrong));
    return all;
  }
}
