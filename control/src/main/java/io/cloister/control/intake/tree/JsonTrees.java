package io.cloister.control.intake.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON: one document, or several behind each other, as appended answers of the AWS CLI. */
final class JsonTrees {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

  private final String file;
  private final JsonParser parser;

  private JsonTrees(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  static List<Tree> read(String file, byte[] content) throws Unreadable {
    try (JsonParser parser = MAPPER.createParser(content)) {
      JsonTrees trees = new JsonTrees(file, parser);
      List<Tree> all = new ArrayList<>();
      while (parser.nextToken() != null) {
        all.add(trees.tree());
      }
      return all;
    } catch (JacksonException e) {
      TokenStreamLocation where = e.getLocation();
      Place place =
          where == null
              ? new Place(file, 1, 1)
              : new Place(file, Math.max(where.getLineNr(), 1), Math.max(where.getColumnNr(), 1));
      throw new Unreadable(place, "not JSON: " + e.getOriginalMessage());
    }
  }

  private Tree tree() {
    TokenStreamLocation at = parser.currentTokenLocation();
    Place place = new Place(file, at.getLineNr(), at.getColumnNr());
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Tree> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, tree());
        }
        yield new Tree.Mapping(place, members);
      }
      case START_ARRAY -> {
        List<Tree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(tree());
        }
        yield new Tree.Sequence(place, items);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Tree.Scalar(place, parser.getString(), Tree.Kind.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> new Tree.Scalar(place, parser.getString(), Tree.Kind.BOOLEAN);
      case VALUE_NULL -> new Tree.Scalar(place, "", Tree.Kind.NULL);
      default -> new Tree.Scalar(place, parser.getString(), Tree.Kind.TEXT);
    };
  }
}
