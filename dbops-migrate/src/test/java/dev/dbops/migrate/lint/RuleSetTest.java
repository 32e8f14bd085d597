package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.error.DbopsException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of users', offered as services. */
class RuleSetTest {
  @TempDir private Path services;

  /** A rule of whatever id. */
  private abstract static class Named implements Rule {
    private final String id;

    Named(String id) {
      this.id = id;
    }

    @Override
    public RuleInfo info() {
      return RuleInfo.rule(id)
          .title("It hurts")
          .why("Because.")
          .instead("Do not.")
          .documentation("https://example.com")
          .build();
    }

    @Override
    public void check(RuleContext context) {}
  }

  public static final class Sound extends Named {
    public Sound() {
      super("our-own-rule");
    }
  }

  public static final class Taken extends Named {
    public Taken() {
      super("create-index-blocks-writes");
    }
  }

  public static final class Misnamed extends Named {
    public Misnamed() {
      super("Our Own Rule");
    }
  }

  public static final class Broken extends Named {
    public Broken() {
      super("broken");
      throw new IllegalStateException("the dictionary is missing");
    }
  }

  @Test
  void finds_the_rules_that_users_add() throws IOException {
    assertThat(discovered(Sound.class).knows("our-own-rule")).isTrue();
  }

  @Test
  void says_which_two_rules_have_one_id() {
    assertThatThrownBy(() -> discovered(Taken.class))
        .isInstanceOf(DbopsException.class)
        .hasMessageContainingAll(
            Taken.class.getName(),
            "is called create-index-blocks-writes",
            "CreateIndexBlocksWrites is",
            "Give it an id of its own");
  }

  @Test
  void says_which_rule_has_an_id_that_is_none() {
    assertThatThrownBy(() -> discovered(Misnamed.class))
        .isInstanceOf(DbopsException.class)
        .hasMessageContainingAll(Misnamed.class.getName(), "kebab case: Our Own Rule", "info()");
  }

  @Test
  void says_which_rule_cannot_be_loaded() {
    assertThatThrownBy(() -> discovered(Broken.class))
        .isInstanceOf(DbopsException.class)
        .hasMessageContainingAll(
            Broken.class.getName(), "the dictionary is missing", "META-INF/services");
  }

  private RuleSet discovered(Class<? extends Rule> rule) throws IOException {
    Path folder = Files.createDirectories(services.resolve("META-INF/services"));
    Files.writeString(folder.resolve(Rule.class.getName()), rule.getName() + "\n");
    URL[] urls = {services.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, RuleSetTest.class.getClassLoader())) {
      return RuleSet.discovered(loader);
    }
  }
}
