package dev.dbops.migrate.changelog.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * The text of a file without its byte order mark.
 *
 * @param charset it was decoded with
 * @param malformedByte the offset of the first byte that is not in that encoding; each such byte
 *     has become U+FFFD
 * @param malformedChar where that byte stands in the text
 */
record DecodedText(
    String text, Charset charset, OptionalInt malformedByte, OptionalInt malformedChar) {

  /**
   * Decodes a file.
   *
   * @param declared the encoding of a file without a byte order mark
   */
  static DecodedText of(byte[] bytes, Charset declared) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    return decode(bytes, 0, declared);
  }

  private static DecodedText decode(byte[] bytes, int start, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()));
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      String text = new String(bytes, start, bytes.length - start, charset);
      return new DecodedText(
          text, charset, OptionalInt.of(in.position()), OptionalInt.of(out.position()));
    }
    decoder.flush(out);
    return new DecodedText(
        out.flip().toString(), charset, OptionalInt.empty(), OptionalInt.empty());
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
