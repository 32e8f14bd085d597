package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A class path as an application has it that needs more libraries than the linter is given. */
class BrokenExtensionTest {
  private static final Path EXTENSION = Sent.FIXTURES.resolve("extension");

  @Test
  void reads_a_changelog_beside_an_extension_that_cannot_run() throws Exception {
    try (Application application = new Application(EXTENSION)) {
      Object read =
          application
              .loadClass(Reader.class.getName())
              .getDeclaredMethod("read", Path.class)
              .invoke(null, EXTENSION);

      assertThat(read)
          .asString()
          .contains("problems: []", "runs the class " + BrokenExtension.class.getName())
          .contains("[SELECT 1]");
      assertThat(System.getProperty("dbops.test.custom-change")).isNull();
    }
  }

  /** Reads in the class loader that it is loaded by. */
  public static final class Reader {
    private Reader() {}

    public static String read(Path folder) {
      Changelog changelog =
          Changelog.liquibase(
              "changelog.xml", ChangelogOptions.builder().searchPath(folder).build());
      return "problems: %s %s"
          .formatted(
              changelog.problems(),
              changelog.changeSets().stream()
                  .map(each -> Sent.notAnalysed(each.changes()) + " " + Sent.texts(each.changes()))
                  .toList());
    }
  }

  /** Has a Liquibase and a dbops of its own, and one more directory on its class path. */
  private static final class Application extends URLClassLoader {
    Application(Path directory) throws IOException {
      super(new URL[] {directory.toUri().toURL()}, BrokenExtensionTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        return name.startsWith("liquibase.") || name.startsWith("dev.dbops.")
            ? own(name)
            : super.loadClass(name, resolve);
      }
    }

    private Class<?> own(String name) throws ClassNotFoundException {
      try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] code = bytes.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }
}
