package io.github.aspoperator.load.setup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;

/** The little JSON that setting up needs. */
final class Json {
  private Json() {}

  /** A string with its quotes. */
  static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  /** The string in that field of an object; empty where there is none. */
  static String string(String object, String field) {
    try (JsonParser json = JsonFactory.builder().build().createParser(object)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = json.currentName().equals(field);
        if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
          return json.getText();
        }
        json.skipChildren();
      }
    } catch (IOException e) {
      return "";
    }
    return "";
  }
}
