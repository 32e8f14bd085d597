package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.internal.LoadedFile;
import dev.dbops.migrate.changelog.internal.SearchPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;

/** Shows Liquibase the files of a search path, each read from disk once. */
final class SearchPathAccessor extends AbstractResourceAccessor {
  private final SearchPath searchPath;
  private final Set<ReadProblem> problems = new LinkedHashSet<>();
  private final Map<String, Optional<LoadedFile>> files = new HashMap<>();

  SearchPathAccessor(SearchPath searchPath) {
    this.searchPath = searchPath;
  }

  /** The links that lead nowhere in the folders that Liquibase has listed. */
  Set<ReadProblem> problems() {
    return problems;
  }

  /** Reads a file, or gives what was read before. */
  Optional<LoadedFile> file(String path) throws IOException {
    Optional<LoadedFile> known = files.get(path);
    if (known == null) {
      known = searchPath.find(path);
      files.put(path, known);
    }
    return known;
  }

  @Override
  public List<Resource> getAll(String path) throws IOException {
    Optional<LoadedFile> file = file(path);
    return file.isPresent() ? List.of(new FileResource(path, file.get())) : List.of();
  }

  @Override
  public List<Resource> search(String path, boolean recursive) throws IOException {
    List<Resource> found = new ArrayList<>();
    for (String file : searchPath.list(path, recursive, problems::add)) {
      found.addAll(getAll(file));
    }
    return found;
  }

  @Override
  public List<String> describeLocations() {
    return searchPath.folders().stream().map(folder -> folder.toAbsolutePath().toString()).toList();
  }

  @Override
  public void close() {}

  private final class FileResource extends AbstractResource {
    private final LoadedFile file;

    FileResource(String path, LoadedFile file) {
      super(path, uri(path));
      this.file = file;
    }

    @Override
    public InputStream openInputStream() {
      return file.open();
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public Resource resolve(String other) {
      return open(resolvePath(other));
    }

    @Override
    public Resource resolveSibling(String other) {
      return open(resolveSiblingPath(other));
    }

    private Resource open(String path) {
      try {
        return get(path);
      } catch (IOException e) {
        throw new UnexpectedLiquibaseException(e);
      }
    }
  }

  private static URI uri(String path) {
    try {
      return new URI("dbops", null, "/" + path, null);
    } catch (URISyntaxException e) {
      throw new UnexpectedLiquibaseException(e);
    }
  }
}
