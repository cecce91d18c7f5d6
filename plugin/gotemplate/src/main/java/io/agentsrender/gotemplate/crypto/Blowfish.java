package io.agentsrender.gotemplate.crypto;

/** The cipher Blowfish with the expensive key schedule of bcrypt. */
final class Blowfish {
  private static final int ROUNDS = 16;
  private static final int SUBKEYS = ROUNDS + 2;
  private static final int BOX = 256;
  private static final int BOXES = 4 * BOX;

  private static final int[] START = PiWords.first(SUBKEYS + BOXES);

  private final int[] subkeys = new int[SUBKEYS];
  private final int[] boxes = new int[BOXES];

  /** The block at hand, as two words. */
  private int left;

  private int right;

  Blowfish() {
    System.arraycopy(START, 0, subkeys, 0, SUBKEYS);
    System.arraycopy(START, SUBKEYS, boxes, 0, BOXES);
  }

  /** Mixes a key in, and with it a salt; one without bytes is none. */
  void expand(byte[] key, byte[] salt) {
    Words keyWords = new Words(key);
    for (int i = 0; i < SUBKEYS; i++) {
      subkeys[i] ^= keyWords.next();
    }
    Words saltWords = new Words(salt);
    left = 0;
    right = 0;
    fill(subkeys, saltWords);
    fill(boxes, saltWords);
  }

  private void fill(int[] words, Words salt) {
    for (int i = 0; i < words.length; i += 2) {
      left ^= salt.next();
      right ^= salt.next();
      encrypt();
      words[i] = left;
      words[i + 1] = right;
    }
  }

  /** Encrypts the block of two words at an index, again and again. */
  void encrypt(int[] block, int at, int times) {
    left = block[at];
    right = block[at + 1];
    for (int i = 0; i < times; i++) {
      encrypt();
    }
    block[at] = left;
    block[at + 1] = right;
  }

  private void encrypt() {
    int l = left ^ subkeys[0];
    int r = right;
    for (int i = 1; i <= ROUNDS; i += 2) {
      r ^= mix(l) ^ subkeys[i];
      l ^= mix(r) ^ subkeys[i + 1];
    }
    left = r ^ subkeys[SUBKEYS - 1];
    right = l;
  }

  private int mix(int word) {
    int sum = boxes[word >>> 24] + boxes[BOX + (word >>> 16 & 0xff)];
    return (sum ^ boxes[2 * BOX + (word >>> 8 & 0xff)]) + boxes[3 * BOX + (word & 0xff)];
  }

  /** The words of some bytes, over and over. */
  private static final class Words {
    private final byte[] bytes;
    private int at;

    Words(byte[] bytes) {
      this.bytes = bytes;
    }

    int next() {
      int word = 0;
      for (int i = 0; i < Integer.BYTES && bytes.length > 0; i++) {
        word = word << Byte.SIZE | (bytes[at] & 0xff);
        at = (at + 1) % bytes.length;
      }
      return word;
    }
  }
}
