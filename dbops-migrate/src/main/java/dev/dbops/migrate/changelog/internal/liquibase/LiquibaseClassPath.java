package dev.dbops.migrate.changelog.internal.liquibase;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import liquibase.logging.LogService;

/**
 * The class path that Liquibase is on, with its extensions, but without the log services of others:
 * an application's may need libraries that are not there, and Liquibase asks it for a logger before
 * it can be told of another one.
 */
final class LiquibaseClassPath extends ClassLoader {
  private static final String SERVICES = "META-INF/services/" + LogService.class.getName();
  private static final String LIQUIBASE = LogService.class.getName().replace('.', '/') + ".class";

  LiquibaseClassPath(ClassLoader liquibase) {
    super(liquibase);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> all = super.getResources(name);
    if (!name.equals(SERVICES)) {
      return all;
    }
    List<String> liquibase =
        Collections.list(super.getResources(LIQUIBASE)).stream()
            .map(url -> root(url, LIQUIBASE))
            .toList();
    List<URL> own =
        Collections.list(all).stream()
            .filter(url -> liquibase.contains(root(url, SERVICES)))
            .toList();
    return Collections.enumeration(own);
  }

  private static String root(URL resource, String path) {
    String url = resource.toString();
    return url.substring(0, url.length() - path.length());
  }
}
