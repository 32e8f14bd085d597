package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangelogTest {
  @ParameterizedTest
  @CsvSource({
    "shop/xml/changelog.xml, LIQUIBASE",
    "shop/yaml/changelog.yaml, LIQUIBASE",
    "shop/json/changelog.json, LIQUIBASE",
    "shop/sql/changelog.sql, LIQUIBASE",
    "shop/parts/plain.sql, PSQL",
    "flyway, FLYWAY",
    "scripts, PSQL",
    "scripts/*.sql, PSQL"
  })
  void recognises_what_lies_there(String path, Changelog.Runner expected) {
    Changelog changelog = Changelog.read(Sent.FIXTURES + "/" + path);

    assertThat(changelog.runner()).isEqualTo(expected);
    assertThat(changelog.changeSets()).isNotEmpty();
  }

  @Test
  void recognises_what_lies_on_the_class_path() {
    Changelog changelog = Changelog.read("classpath:changelog/flyway");

    assertThat(changelog.runner()).isEqualTo(Changelog.Runner.FLYWAY);
  }

  @Test
  void reads_sql_without_liquibase_and_says_what_is_missing_for_the_rest() throws Exception {
    try (URLClassLoader withoutLiquibase =
        new URLClassLoader(classPathWithoutLiquibase(), ClassLoader.getPlatformClassLoader())) {
      Class<?> changelog = withoutLiquibase.loadClass(Changelog.class.getName());

      Object scripts =
          changelog.getMethod("read", String.class).invoke(null, Sent.FIXTURES + "/scripts");
      Object liquibase =
          changelog
              .getMethod("read", String.class)
              .invoke(null, Sent.FIXTURES + "/shop/xml/changelog.xml");

      assertThat((List<?>) changelog.getMethod("changeSets").invoke(scripts)).hasSize(5);
      assertThat(changelog.getMethod("problems").invoke(liquibase).toString())
          .contains("Liquibase is not on the class path", "add org.liquibase:liquibase-core");
    }
  }

  private static URL[] classPathWithoutLiquibase() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
      if (!entry.contains("liquibase-core")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }
}
