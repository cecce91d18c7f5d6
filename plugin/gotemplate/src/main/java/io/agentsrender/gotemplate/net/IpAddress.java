package io.agentsrender.gotemplate.net;

import java.util.Arrays;

/**
 * An address of a machine ({@code netip.Addr}).
 *
 * @param bytes 4 or 16
 * @param zone of an IPv6 address; empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
public record IpAddress(byte[] bytes, String zone) {
  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;

  public IpAddress {
    bytes = bytes.clone();
  }

  /**
   * Reads an address.
   *
   * @throws io.agentsrender.gotemplate.value.GoError with Go's text
   */
  public static IpAddress parse(String text) {
    return new IpParser(text).parse();
  }

  public boolean isIpv4() {
    return bytes.length == IPV4_BYTES;
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The four bytes of an IPv4 address, also of one inside of an IPv6 address. */
  public byte[] shortest() {
    boolean mapped = bytes.length == IPV6_BYTES && bytes[10] == -1 && bytes[11] == -1;
    for (int i = 0; mapped && i < 10; i++) {
      mapped = bytes[i] == 0;
    }
    return mapped ? Arrays.copyOfRange(bytes, IPV6_BYTES - IPV4_BYTES, IPV6_BYTES) : bytes();
  }
}
