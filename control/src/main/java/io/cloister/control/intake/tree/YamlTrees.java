package io.cloister.control.intake.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads YAML. CloudFormation's short tags become what they stand for: {@code !Sub x} is {@code
 * Fn::Sub: x}, {@code !GetAtt a.b} a list of two (CloudFormation user guide, "Intrinsic function
 * reference"). Aliases are followed, up to a number of nodes that no honest document reaches.
 */
final class YamlTrees {
  private static final int MOST_NODES = 2_000_000;

  private final String file;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int count;

  private YamlTrees(String file) {
    this.file = file;
  }

  static List<Tree> read(String file, byte[] content) throws Unreadable {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(true).build();
    try {
      List<Tree> all = new ArrayList<>();
      String text = new String(content, StandardCharsets.UTF_8);
      for (Node node : new Compose(settings).composeAllFromString(text)) {
        all.add(new YamlTrees(file).tree(node));
      }
      return all;
    } catch (MarkedYamlEngineException e) {
      Place place =
          e.getProblemMark()
              .map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
              .orElse(new Place(file, 1, 1));
      throw new Unreadable(place, "not YAML: " + e.getProblem());
    } catch (YamlEngineException | StackOverflowError e) {
      throw new Unreadable(new Place(file, 1, 1), "not YAML: " + e.getMessage());
    }
  }

  private Tree tree(Node node) throws Unreadable {
    Place place =
        node.getStartMark()
            .map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
            .orElse(new Place(file, 1, 1));
    if (++count > MOST_NODES || !open.add(node)) {
      throw new Unreadable(place, "not YAML that ends: an alias leads back, or to far too much");
    }
    Tree plain = plain(place, node);
    open.remove(node);
    String tag = node.getTag().getValue();
    return tag.startsWith("!") && tag.length() > 1 ? function(tag.substring(1), plain) : plain;
  }

  private Tree plain(Place place, Node node) throws Unreadable {
    return switch (node) {
      case MappingNode mapping -> {
        Map<String, Tree> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
          if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            throw new Unreadable(place, "a key that is no text");
          }
          members.put(key.getValue(), tree(tuple.getValueNode()));
        }
        yield new Tree.Mapping(place, members);
      }
      case SequenceNode sequence -> {
        List<Tree> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
          items.add(tree(item));
        }
        yield new Tree.Sequence(place, items);
      }
      case ScalarNode scalar -> new Tree.Scalar(place, scalar.getValue(), kind(scalar));
      default -> throw new Unreadable(place, "no value");
    };
  }

  private static Tree.Kind kind(ScalarNode scalar) {
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return Tree.Kind.TEXT;
    }
    return switch (scalar.getTag().getValue()) {
      case "tag:yaml.org,2002:null" -> Tree.Kind.NULL;
      case "tag:yaml.org,2002:bool" -> Tree.Kind.BOOLEAN;
      case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float" -> Tree.Kind.NUMBER;
      default -> Tree.Kind.TEXT;
    };
  }

  private static Tree function(String name, Tree argument) {
    String key = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    Tree value = argument;
    if (name.equals("GetAtt") && argument instanceof Tree.Scalar scalar) {
      int dot = scalar.text().indexOf('.');
      value =
          dot < 0
              ? argument
              : new Tree.Sequence(
                  argument.place(),
                  List.of(
                      argument.scalar(scalar.text().substring(0, dot)),
                      argument.scalar(scalar.text().substring(dot + 1))));
    }
    return new Tree.Mapping(argument.place(), Map.of(key, value));
  }
}
