package org.yongtong.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The built-in scan: known byte sequences anywhere in the file. No replacement for a real scanner.
 */
@Component
class SignatureScan implements MalwareScan {

  // In two pieces, so that scanners do not take this program for the test virus.
  private static final List<Signature> SIGNATURES =
      List.of(
          Signature.of(
              "EICAR-Test-File", "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST"));

  private static final int CHUNK = 1 << 20;

  private record Signature(String name, byte[] bytes) {
    static Signature of(String name, String... pieces) {
      return new Signature(name, String.join("", pieces).getBytes(StandardCharsets.US_ASCII));
    }

    boolean isIn(byte[] content, int length) {
      for (int at = 0; at <= length - bytes.length; at++) {
        int i = 0;
        while (i < bytes.length && content[at + i] == bytes[i]) {
          i++;
        }
        if (i == bytes.length) {
          return true;
        }
      }
      return false;
    }
  }

  @Override
  public Optional<String> find(Path file) throws IOException {
    int overlap = SIGNATURES.stream().mapToInt(known -> known.bytes.length).max().orElse(1) - 1;
    var window = new byte[overlap + CHUNK];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(window, 0, CHUNK);
          read > 0;
          read = in.readNBytes(window, kept, CHUNK)) {
        int length = kept + read;
        for (Signature known : SIGNATURES) {
          if (known.isIn(window, length)) {
            return Optional.of(known.name);
          }
        }
        int next = Math.min(overlap, length);
        System.arraycopy(window, length - next, window, 0, next);
        kept = next;
      }
    }
    return Optional.empty();
  }
}
