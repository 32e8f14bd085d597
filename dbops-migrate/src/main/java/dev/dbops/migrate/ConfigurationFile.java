package dev.dbops.migrate;

import dev.dbops.migrate.error.CloseMatch;
import dev.dbops.migrate.error.DbopsException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** {@code dbops.yaml}: a map of parameters, whose lists and maps may be written as such. */
final class ConfigurationFile {
  private final Path path;
  private final String text;
  private final Map<JobParameter, String> values = new EnumMap<>(JobParameter.class);

  /**
   * Reads a file.
   *
   * @throws DbopsException if it cannot be read or has a key that is not known
   */
  ConfigurationFile(Path path) {
    this.path = path;
    try {
      this.text = Files.readString(path);
      Object yaml = new Yaml(new SafeConstructor(options())).load(text);
      if (yaml instanceof Map<?, ?> map) {
        map.forEach(
            (key, value) ->
                values.put(parameter(String.valueOf(key)), value == null ? "" : words(value)));
      } else if (yaml != null) {
        throw new DbopsException(
            "The configuration " + path + " is not a map of parameters", "write it as name: value");
      }
    } catch (IOException | YAMLException unreadable) {
      throw new DbopsException(
          "The configuration " + path + " cannot be read: " + unreadable.getMessage(),
          "mend it, or name another file",
          unreadable);
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return options;
  }

  /** The values that the file gives; blank where a key stands without one. */
  Map<JobParameter, String> values() {
    return values;
  }

  private JobParameter parameter(String key) {
    return JobParameter.byKey(key)
        .orElseThrow(
            () -> {
              List<String> keys =
                  Arrays.stream(JobParameter.values()).map(JobParameter::key).toList();
              return new DbopsException(
                  "There is no parameter \"" + key + "\" (" + place(key, key) + ")",
                  CloseMatch.question(key, keys) + "choose from " + String.join(", ", keys));
            });
  }

  private static String words(Object value) {
    if (value instanceof Collection<?> list) {
      return ListText.of(list);
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> words = new LinkedHashMap<>();
      map.forEach((name, each) -> words.put(name, word(each)));
      return ListText.of(words);
    }
    return String.valueOf(value);
  }

  /** YAML takes {@code off} for a truth value. */
  private static String word(Object value) {
    return Boolean.FALSE.equals(value) ? "off" : String.valueOf(value);
  }

  /**
   * File and line of a word in the entry of a key; of the key if the word is not found, since YAML
   * has many ways to write one.
   */
  String place(String key, String word) {
    Node root = new Yaml(options()).compose(new StringReader(text));
    Node found = root;
    if (root instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (is(entry.getKeyNode(), key)) {
          found = find(entry.getValueNode(), word).orElse(entry.getKeyNode());
        }
      }
    }
    return path + ", line " + (found.getStartMark().getLine() + 1);
  }

  private static Optional<Node> find(Node node, String word) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()))
          .flatMap(each -> find(each, word).stream())
          .findFirst();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().flatMap(each -> find(each, word).stream()).findFirst();
    }
    return is(node, word) ? Optional.of(node) : Optional.empty();
  }

  private static boolean is(Node node, String word) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
  }
}
