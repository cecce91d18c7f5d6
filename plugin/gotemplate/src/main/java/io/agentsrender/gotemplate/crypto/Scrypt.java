package io.agentsrender.gotemplate.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The key derivation scrypt (RFC 7914). */
final class Scrypt {
  private static final int WORDS = 16;

  private final int cost;
  private final int blockWords;
  private final int[] memory;
  private final int[] scratch;

  private Scrypt(int cost, int blockSize) {
    this.cost = cost;
    this.blockWords = 2 * WORDS * blockSize;
    this.memory = new int[cost * blockWords];
    this.scratch = new int[blockWords];
  }

  /**
   * @param cost a power of two
   * @param blockSize in units of 128 bytes; {@code cost} blocks are kept in memory
   * @param parallel how many blocks are mixed, one after the other
   */
  static byte[] key(
      byte[] password, byte[] salt, int cost, int blockSize, int parallel, int length) {
    int blockBytes = 2 * WORDS * Integer.BYTES * blockSize;
    byte[] bytes = Hmac.pbkdf2(password, salt, parallel * blockBytes);
    int[] words = new int[bytes.length / Integer.BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asIntBuffer().get(words);
    Scrypt scrypt = new Scrypt(cost, blockSize);
    for (int i = 0; i < parallel; i++) {
      int from = i * scrypt.blockWords;
      int[] block = Arrays.copyOfRange(words, from, from + scrypt.blockWords);
      scrypt.mix(block);
      System.arraycopy(block, 0, words, from, block.length);
    }
    buffer.asIntBuffer().put(words);
    return Hmac.pbkdf2(password, bytes, length);
  }

  private void mix(int[] block) {
    for (int i = 0; i < cost; i++) {
      System.arraycopy(block, 0, memory, i * blockWords, blockWords);
      mixBlock(block);
    }
    for (int i = 0; i < cost; i++) {
      int from = (block[blockWords - WORDS] & cost - 1) * blockWords;
      for (int j = 0; j < blockWords; j++) {
        block[j] ^= memory[from + j];
      }
      mixBlock(block);
    }
  }

  /** Chains the parts of a block by Salsa20/8, those of even index before those of odd. */
  private void mixBlock(int[] block) {
    int[] x = Arrays.copyOfRange(block, blockWords - WORDS, blockWords);
    int parts = blockWords / WORDS;
    for (int i = 0; i < parts; i++) {
      for (int j = 0; j < WORDS; j++) {
        x[j] ^= block[i * WORDS + j];
      }
      salsa(x);
      int to = (i / 2 + (i % 2 == 0 ? 0 : parts / 2)) * WORDS;
      System.arraycopy(x, 0, scratch, to, WORDS);
    }
    System.arraycopy(scratch, 0, block, 0, blockWords);
  }

  private static void salsa(int[] block) {
    int[] x = block.clone();
    for (int round = 0; round < 4; round++) {
      quarter(x, 0, 4, 8, 12);
      quarter(x, 5, 9, 13, 1);
      quarter(x, 10, 14, 2, 6);
      quarter(x, 15, 3, 7, 11);
      quarter(x, 0, 1, 2, 3);
      quarter(x, 5, 6, 7, 4);
      quarter(x, 10, 11, 8, 9);
      quarter(x, 15, 12, 13, 14);
    }
    for (int i = 0; i < WORDS; i++) {
      block[i] += x[i];
    }
  }

  private static void quarter(int[] x, int a, int b, int c, int d) {
    x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
    x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
    x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
    x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
  }
}
