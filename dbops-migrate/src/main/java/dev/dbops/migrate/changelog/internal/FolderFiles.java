package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.ReadProblem;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The files below a folder on disk. Links are followed; those that lead nowhere are told. */
final class FolderFiles extends SimpleFileVisitor<Path> {
  private final List<Path> files = new ArrayList<>();
  private final Consumer<ReadProblem> problems;

  private FolderFiles(Consumer<ReadProblem> problems) {
    this.problems = problems;
  }

  /**
   * Lists them.
   *
   * @throws IOException if the folder or one below it cannot be read
   */
  static List<Path> below(Path folder, boolean recursive, Consumer<ReadProblem> problems)
      throws IOException {
    FolderFiles visitor = new FolderFiles(problems);
    int depth = recursive ? Integer.MAX_VALUE : 1;
    Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), depth, visitor);
    return visitor.files;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      files.add(file);
    } else if (attributes.isSymbolicLink() && !isHidden(file)) {
      problems.accept(Problems.danglingLink(SearchPath.display(file)));
    }
    return FileVisitResult.CONTINUE;
  }

  /** Editors lock a file by a link of such a name, which leads nowhere by intention. */
  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (failure instanceof FileSystemLoopException) {
      problems.accept(Problems.linkInCircle(SearchPath.display(file)));
      return FileVisitResult.CONTINUE;
    }
    return super.visitFileFailed(file, failure);
  }
}
