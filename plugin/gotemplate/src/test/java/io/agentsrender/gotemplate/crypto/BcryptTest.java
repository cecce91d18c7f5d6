package io.agentsrender.gotemplate.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gotemplate.value.GoString;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Hashes that Go's bcrypt made; recorded by {@code go run ./hashes} in test-clusters/oracles/sprig.
 */
class BcryptTest {
  private static final String ALPHABET =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int SALT_START = "$2a$10$".length();
  private static final int SALT_LENGTH = 22;

  @Test
  void hashesAsGoDoes() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/test/resources/bcrypt.txt"));

    assertThat(lines)
        .hasSize(8)
        .allSatisfy(line -> {
          String[] fields = line.split("\t", -1);
          String password = GoString.ofBytes(Base64.getDecoder().decode(fields[0]));
          assertThat(Bcrypt.hash(password, salt(fields[1]))).isEqualTo(fields[1]);
        });
  }

  /** Sixteen bytes in 22 characters of six bits each, the last four of which mean nothing. */
  private static byte[] salt(String hash) {
    BigInteger bits = BigInteger.ONE;
    for (char c : hash.substring(SALT_START, SALT_START + SALT_LENGTH).toCharArray()) {
      bits = bits.shiftLeft(6).add(BigInteger.valueOf(ALPHABET.indexOf(c)));
    }
    byte[] withMark = bits.shiftRight(4).toByteArray();
    byte[] salt = new byte[16];
    System.arraycopy(withMark, 1, salt, 0, salt.length);
    return salt;
  }
}
