package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.ReadProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Where files are looked up: folders first, in their order, then the class path.
 *
 * <p>Paths have forward slashes. A path may begin with {@code classpath:} or a slash, as Spring and
 * Liquibase write them; neither changes what is found.
 */
public final class SearchPath {
  private final List<Path> folders;
  private final ClassLoader classLoader;

  private SearchPath(Collection<Path> folders, ClassLoader classLoader) {
    this.folders = List.copyOf(folders);
    this.classLoader = classLoader;
  }

  public static SearchPath of(ChangelogOptions options) {
    Set<Path> folders = new LinkedHashSet<>(options.searchPath());
    folders.add(Path.of(""));
    ClassLoader loader =
        options
            .classLoader()
            .or(() -> Optional.ofNullable(Thread.currentThread().getContextClassLoader()))
            .orElseGet(SearchPath.class::getClassLoader);
    return new SearchPath(folders, loader);
  }

  /** The same, and then another folder. */
  public SearchPath with(Path folder) {
    List<Path> more = new ArrayList<>(folders);
    more.add(folder);
    return new SearchPath(more, classLoader);
  }

  /** The path by which a file on disk is found; from the root of the disk if by no other. */
  public String nameOf(Path file) {
    return folders.stream()
        .map(folder -> folder.toAbsolutePath().normalize())
        .filter(file::startsWith)
        .findFirst()
        .map(folder -> slashes(folder.relativize(file)))
        .orElseGet(() -> slashes(file.getRoot().relativize(file)));
  }

  private String stableName(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return folders.stream().anyMatch(each -> absolute.startsWith(each.toAbsolutePath().normalize()))
        ? nameOf(absolute)
        : slashes(absolute);
  }

  public List<Path> folders() {
    return folders;
  }

  /** The folder or file on disk, if there is one. */
  public Optional<Path> onDisk(String path) {
    try {
      Path asNamed = Path.of(withoutScheme(path));
      if (asNamed.isAbsolute() && Files.exists(asNamed)) {
        return Optional.of(asNamed);
      }
      String relative = relative(path);
      return folders.stream()
          .map(folder -> folder.resolve(relative))
          .filter(Files::exists)
          .findFirst();
    } catch (InvalidPathException notOfThisSystem) {
      return Optional.empty();
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if the file is there and cannot be read
   */
  public Optional<LoadedFile> find(String path) throws IOException {
    Optional<Path> onDisk = onDisk(path).filter(file -> !Files.isDirectory(file));
    if (onDisk.isPresent()) {
      Path file = onDisk.get();
      return Optional.of(new LoadedFile(display(file), stableName(file), Files.readAllBytes(file)));
    }
    String relative = slashes(Path.of(relative(path)).normalize());
    URL url = relative.isEmpty() ? null : classLoader.getResource(relative);
    if (url == null || ClassPathFolder.isFolder(url)) {
      return Optional.empty();
    }
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      String name = "classpath:" + relative;
      return Optional.of(new LoadedFile(name, name, in.readAllBytes()));
    }
  }

  /**
   * The paths of all files in a folder, sorted, each beginning with the folder as it was named.
   *
   * @param problems told of links that lead nowhere or in a circle
   * @throws IOException if the folder is there and cannot be read
   */
  public List<String> list(String folder, boolean recursive, Consumer<ReadProblem> problems)
      throws IOException {
    String base = withoutScheme(folder).replaceFirst("(?<=.)/+$", "");
    Optional<Path> onDisk = onDisk(base).filter(Files::isDirectory);
    TreeSet<String> found = new TreeSet<>();
    if (onDisk.isPresent()) {
      Path root = onDisk.get();
      for (Path file : FolderFiles.below(root, recursive, problems)) {
        found.add(base + "/" + slashes(root.relativize(file)));
      }
      return List.copyOf(found);
    }
    Enumeration<URL> urls = classLoader.getResources(relative(base));
    while (urls.hasMoreElements()) {
      for (String name : ClassPathFolder.files(urls.nextElement(), recursive)) {
        found.add(base + "/" + name);
      }
    }
    return List.copyOf(found);
  }

  /** How reports name a file: relative to the working directory if it lies below it. */
  static String display(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath();
    return slashes(absolute.startsWith(here) ? here.relativize(absolute) : absolute);
  }

  static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String withoutScheme(String path) {
    return path.replace('\\', '/').replaceFirst("^classpath\\*?:", "");
  }

  private static String relative(String path) {
    return withoutScheme(path).replaceFirst("^/+", "");
  }
}
