package dev.dbops.migrate.changelog.internal;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A folder on the class path, which is a folder on disk or a stretch of a jar. */
final class ClassPathFolder {
  private ClassPathFolder() {}

  static boolean isFolder(URL url) throws IOException {
    if (url.getProtocol().equals("file")) {
      return Files.isDirectory(onDisk(url));
    }
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    if (connection instanceof JarURLConnection jar) {
      try (JarFile file = jar.getJarFile()) {
        JarEntry entry = file.getJarEntry(jar.getEntryName());
        return entry != null && entry.isDirectory();
      }
    }
    return false;
  }

  /** The paths of the files in the folder, relative to it; empty if it is no folder. */
  static List<String> files(URL url, boolean recursive) throws IOException {
    if (url.getProtocol().equals("file")) {
      Path root = onDisk(url);
      return Files.isDirectory(root)
          ? FolderFiles.below(root, recursive, problem -> {}).stream()
              .map(file -> SearchPath.slashes(root.relativize(file)))
              .toList()
          : List.of();
    }
    URLConnection connection = url.openConnection();
    return connection instanceof JarURLConnection jar ? entries(jar, recursive) : List.of();
  }

  private static List<String> entries(JarURLConnection connection, boolean recursive)
      throws IOException {
    connection.setUseCaches(false);
    String prefix = connection.getEntryName().replaceFirst("/*$", "/");
    List<String> names = new ArrayList<>();
    try (JarFile jar = connection.getJarFile()) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
          String name = entry.getName().substring(prefix.length());
          if (recursive || name.indexOf('/') < 0) {
            names.add(name);
          }
        }
      }
    }
    return names;
  }

  private static Path onDisk(URL url) throws IOException {
    try {
      return Path.of(new URI(url.toExternalForm()));
    } catch (URISyntaxException e) {
      throw new IOException("not a readable place on the class path: " + url, e);
    }
  }
}
