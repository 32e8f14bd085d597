package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SourceSpan;
import java.util.Arrays;

/**
 * Text as a parser sees it, with the place in the file of each of its characters: entities are
 * resolved, escapes undone, lines put together.
 */
public final class MappedText {
  private final SourceFile file;
  private final String text;
  private final int[] offsets;

  private MappedText(SourceFile file, String text, int[] offsets) {
    this.file = file;
    this.text = text;
    this.offsets = offsets;
  }

  /** A stretch of a file as it stands there. */
  public static MappedText of(SourceSpan span) {
    return builder(span.file()).append(span.start(), span.end()).build();
  }

  public static Builder builder(SourceFile file) {
    return new Builder(file);
  }

  public SourceFile file() {
    return file;
  }

  public String text() {
    return text;
  }

  /** Where a character stands in the file. */
  public int offset(int index) {
    return offsets[index];
  }

  /** From the first character to the last. */
  public SourceSpan span(int start, int end) {
    return file.span(offsets[start], Math.max(offsets[start], offsets[end - 1] + 1));
  }

  /** Puts text together; not thread-safe. */
  public static final class Builder {
    private final SourceFile file;
    private final StringBuilder text = new StringBuilder();
    private int[] offsets = new int[64];

    private Builder(SourceFile file) {
      this.file = file;
    }

    /** Appends a stretch of the file. */
    public Builder append(int start, int end) {
      for (int i = start; i < end; i++) {
        append(file.text().charAt(i), i);
      }
      return this;
    }

    /** Appends a character that stands for what begins at an offset of the file. */
    public Builder append(char character, int offset) {
      if (text.length() == offsets.length) {
        offsets = Arrays.copyOf(offsets, offsets.length * 2);
      }
      offsets[text.length()] = offset;
      text.append(character);
      return this;
    }

    public MappedText build() {
      return new MappedText(file, text.toString(), Arrays.copyOf(offsets, text.length()));
    }
  }
}
