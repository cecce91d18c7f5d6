package io.agentsrender.gotemplate.crypto.asn1;

import java.util.List;

/** What Go's package encoding/asn1 says of bytes that it cannot read. */
public final class GoAsn1 {
  private static final int TAG = 0x1f;
  private static final int CONSTRUCTED = 0x20;

  private GoAsn1() {}

  /**
   * The complaint about bytes that should be a sequence.
   *
   * @param goType the name of Go's struct for it
   */
  public static String structureError(byte[] der, String goType) {
    if (der.length == 0) {
      return "asn1: syntax error: sequence truncated";
    }
    if ((der[0] & 0xff) == Der.SEQUENCE) {
      return "asn1: structure error: the elements of a " + goType + " are not as they should be";
    }
    int length = der.length > 1 ? der[1] & 0x7f : 0;
    List<String> parameters =
        List.of(
            "optional:false",
            "explicit:false",
            "application:false",
            "private:false",
            "defaultValue:<nil>",
            "tag:<nil>",
            "stringType:0",
            "timeType:0",
            "set:false",
            "omitEmpty:false");
    return "asn1: structure error: tags don't match (16 vs {class:"
        + ((der[0] & 0xff) >> 6)
        + " tag:"
        + (der[0] & TAG)
        + " length:"
        + length
        + " isCompound:"
        + ((der[0] & CONSTRUCTED) != 0)
        + "}) {"
        + String.join(" ", parameters)
        + "} "
        + goType
        + " @2";
  }
}
