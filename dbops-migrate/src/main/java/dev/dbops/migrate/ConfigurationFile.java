package dev.dbops.migrate;

import dev.dbops.migrate.error.DbopsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code dbops.yaml}: a map of parameters, whose lists and maps may be written as such. */
final class ConfigurationFile {
  private ConfigurationFile() {}

  /**
   * The values that a file gives.
   *
   * @throws DbopsException if it cannot be read or has a key that is not known
   */
  static Map<LintParameter, String> read(Path file) {
    Map<LintParameter, String> values = new EnumMap<>(LintParameter.class);
    Object yaml = load(file);
    if (yaml instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) ->
              values.put(parameter(file, String.valueOf(key)), value == null ? "" : text(value)));
    } else if (yaml != null) {
      throw new DbopsException(
          "The configuration " + file + " is not a map of parameters", "write it as name: value");
    }
    return values;
  }

  private static Object load(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new Yaml(new SafeConstructor(options)).load(Files.readString(file));
    } catch (IOException | YAMLException unreadable) {
      throw new DbopsException(
          "The configuration " + file + " cannot be read: " + unreadable.getMessage(),
          "mend it, or name another file",
          unreadable);
    }
  }

  private static LintParameter parameter(Path file, String key) {
    return LintParameter.byKey(key)
        .orElseThrow(
            () ->
                new DbopsException(
                    "There is no parameter \"" + key + "\" (in " + file + ")",
                    "choose from "
                        + Arrays.stream(LintParameter.values())
                            .map(LintParameter::key)
                            .collect(Collectors.joining(", "))));
  }

  private static String text(Object value) {
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
}
