package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SourceSpan;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;

/** A file that was read, before anybody has said in which encoding it is. */
public final class LoadedFile {
  private final String path;
  private final String name;
  private final byte[] bytes;

  LoadedFile(String path, String name, byte[] bytes) {
    this.path = path;
    this.name = name;
    this.bytes = bytes;
  }

  /** How reports name the file. */
  public String path() {
    return path;
  }

  /** What the file is called on the search path: the same wherever a build is started. */
  String name() {
    return name;
  }

  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /**
   * The text of the file, with a replacement character where it is not in its encoding.
   *
   * @param declared the encoding, unless a byte order mark says otherwise
   * @param problems told once, of the first byte that is not in the encoding
   */
  public SourceFile text(Charset declared, Consumer<ReadProblem> problems) {
    DecodedText decoded = DecodedText.of(bytes, declared);
    SourceFile file = SourceFile.of(path, decoded.text());
    if (decoded.malformedByte().isPresent()) {
      int offset = decoded.malformedByte().getAsInt();
      int start = decoded.malformedChar().orElseThrow();
      SourceSpan where = file.span(start, Math.min(start + 1, decoded.text().length()));
      problems.accept(
          new ReadProblem(
              where,
              String.format(
                  "%s is not %s text: the byte 0x%02X at offset %d does not belong to it",
                  path, decoded.charset(), bytes[offset], offset),
              "save the file as " + decoded.charset() + ", or name the encoding that it has"));
    }
    return file;
  }
}
