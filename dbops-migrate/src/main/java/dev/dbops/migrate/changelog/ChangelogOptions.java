package dev.dbops.migrate.changelog;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a changelog is to be read. Immutable; the names are those that Liquibase and Flyway use where
 * they mean the same.
 *
 * @param searchPath folders in which changelogs, folders of migrations and globs are looked up,
 *     before the working directory and the class path
 * @param classLoader where files on the class path are looked up; the context class loader of the
 *     calling thread if empty
 * @param contexts Liquibase's contexts, such as {@code prod, !test}; blank means that every
 *     changeset is read
 * @param labels Liquibase's label filter; blank means that every changeset is read
 * @param parameters Liquibase's changelog parameters, which take precedence over the properties of
 *     the changelog
 * @param defaultSchema the schema of names without one, as Liquibase prints it
 * @param serverVersion the major version of the PostgreSQL server that SQL is generated for
 * @param encoding of SQL files and of Liquibase's files without a declaration of their own; a byte
 *     order mark takes precedence
 * @param mixed Flyway's {@code mixed}: a file may hold statements that cannot run in a transaction
 *     next to statements that can
 * @param transactionalLock Flyway's {@code postgresql.transactional.lock}: it holds its lock in a
 *     transaction of a second session
 * @param executeInTransaction Flyway's {@code executeInTransaction} for files that do not say it
 *     themselves
 * @param bookkeeping where the runner notes what it has run
 */
public record ChangelogOptions(
    List<Path> searchPath,
    Optional<ClassLoader> classLoader,
    String contexts,
    String labels,
    Map<String, String> parameters,
    String defaultSchema,
    int serverVersion,
    Charset encoding,
    boolean mixed,
    boolean transactionalLock,
    boolean executeInTransaction,
    Bookkeeping bookkeeping) {
  private static final ChangelogOptions DEFAULTS = builder().build();

  public ChangelogOptions {
    searchPath = List.copyOf(searchPath);
    parameters = Map.copyOf(parameters);
  }

  /**
   * The options of a plain call: all contexts and labels, schema {@code public}, PostgreSQL 18,
   * UTF-8.
   */
  public static ChangelogOptions defaults() {
    return DEFAULTS;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects options; not thread-safe. */
  public static final class Builder {
    private final List<Path> searchPath = new ArrayList<>();
    private Optional<ClassLoader> classLoader = Optional.empty();
    private String contexts = "";
    private String labels = "";
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private String defaultSchema = "public";
    private int serverVersion = 18;
    private Charset encoding = StandardCharsets.UTF_8;
    private boolean mixed;
    private boolean transactionalLock = true;
    private boolean executeInTransaction = true;
    private Bookkeeping bookkeeping = Bookkeeping.USUAL;

    private Builder() {}

    /** Adds a folder, after those added before. */
    public Builder searchPath(Path folder) {
      searchPath.add(folder);
      return this;
    }

    public Builder classLoader(ClassLoader loader) {
      classLoader = Optional.of(loader);
      return this;
    }

    public Builder contexts(String expression) {
      contexts = expression;
      return this;
    }

    public Builder labels(String expression) {
      labels = expression;
      return this;
    }

    public Builder parameter(String name, String value) {
      parameters.put(name, value);
      return this;
    }

    public Builder defaultSchema(String name) {
      defaultSchema = name;
      return this;
    }

    public Builder serverVersion(int major) {
      serverVersion = major;
      return this;
    }

    public Builder encoding(Charset charset) {
      encoding = charset;
      return this;
    }

    public Builder mixed(boolean allowed) {
      mixed = allowed;
      return this;
    }

    /** Default: {@code true}, as Flyway's. */
    public Builder transactionalLock(boolean held) {
      transactionalLock = held;
      return this;
    }

    public Builder executeInTransaction(boolean wrapped) {
      executeInTransaction = wrapped;
      return this;
    }

    public Builder bookkeeping(Bookkeeping tables) {
      bookkeeping = tables;
      return this;
    }

    public ChangelogOptions build() {
      return new ChangelogOptions(
          searchPath,
          classLoader,
          contexts,
          labels,
          parameters,
          defaultSchema,
          serverVersion,
          encoding,
          mixed,
          transactionalLock,
          executeInTransaction,
          bookkeeping);
    }
  }
}
