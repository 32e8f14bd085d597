package dev.dbops.migrate.scratch;

/** What the user's class path has of the optional dependencies. */
final class ClassPath {
  private ClassPath() {}

  static boolean has(String className) {
    try {
      Class.forName(className, false, ClassPath.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
