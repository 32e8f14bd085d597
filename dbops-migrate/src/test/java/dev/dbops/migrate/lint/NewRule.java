package dev.dbops.migrate.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes the files of a new rule: {@code mvn -q -pl dbops-migrate test-compile exec:java@new-rule
 * -Drule=danger-in-kebab-case}. What they say still has to be written; the tests tell what is
 * missing.
 */
public final class NewRule {
  private static final Path MAIN = Path.of("src/main/java/dev/dbops/migrate/lint/rules");
  private static final Path TEST = Path.of("src/test/java/dev/dbops/migrate/lint/rules");
  private static final Path EXAMPLES = Path.of("src/test/resources/rules");

  private NewRule() {}

  /**
   * Makes the files.
   *
   * @param arguments the module's folder and the rule's id
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    String id = arguments.length > 1 ? arguments[1] : "";
    if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)+")) {
      System.err.println(
          "Name the rule for its danger, in kebab case: -Drule=create-index-blocks-writes");
      System.exit(2);
    }
    create(module, id);
  }

  static void create(Path module, String id) throws IOException {
    String name =
        Arrays.stream(id.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    write(module.resolve(MAIN).resolve(name + ".java"), RULE.formatted(name, id));
    write(module.resolve(TEST).resolve(name + "Test.java"), RULE_TEST.formatted(name, name));
    Path examples = module.resolve(EXAMPLES).resolve(id);
    write(examples.resolve("bad.sql"), BAD.formatted(id));
    write(examples.resolve("good.sql"), GOOD);
    register(module.resolve(MAIN).resolve("BuiltInRules.java"), name);
  }

  private static void register(Path builtIn, String name) throws IOException {
    String source = Files.readString(builtIn);
    Files.writeString(
        builtIn,
        source.replaceFirst("List\\.of\\(\\s*", "List.of(\n        new " + name + "(),\n        "));
    System.out.println("Registered in " + builtIn + ": move it to its place in the order of ids");
  }

  private static void write(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      throw new IOException(file + " exists already");
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    System.out.println("Wrote " + file);
  }

  private static final String RULE =
      """
      package dev.dbops.migrate.lint.rules;

      import dev.dbops.migrate.lint.Blocks;
      import dev.dbops.migrate.lint.Rule;
      import dev.dbops.migrate.lint.RuleContext;
      import dev.dbops.migrate.lint.RuleInfo;
      import dev.dbops.migrate.lint.Severity;

      /** The statement that is dangerous. */
      public final class %s implements Rule {
        private static final RuleInfo INFO =
            RuleInfo.rule("%s")
                .title("The danger in a sentence: who waits, or what breaks, and for how long")
                .severity(Severity.WARNING)
                .blocks(Blocks.NOBODY)
                .why("What the server does and why it hurts.")
                .instead("What to do instead.")
                .documentation("https://www.postgresql.org/docs/current/")
                .build();

        @Override
        public RuleInfo info() {
          return INFO;
        }

        @Override
        public void check(RuleContext context) {}
      }
      """;

  private static final String RULE_TEST =
      """
      package dev.dbops.migrate.lint.rules;

      import static org.assertj.core.api.Assertions.assertThat;

      import dev.dbops.migrate.lint.ExampleLint;
      import org.junit.jupiter.api.Test;

      class %sTest {
        @Test
        void keeps_silent_about_a_table_that_is_new() {
          assertThat(ExampleLint.findings(new %s(), "-- when\\nCREATE TABLE t (a int);\\n"))
              .isEmpty();
        }
      }
      """;

  private static final String BAD =
      """
      -- given
      CREATE TABLE orders (id bigint PRIMARY KEY);

      -- when
      -- finding: %s
      SELECT 1;
      """;

  private static final String GOOD =
      """
      -- given
      CREATE TABLE orders (id bigint PRIMARY KEY);

      -- when
      SELECT 1;
      """;
}
