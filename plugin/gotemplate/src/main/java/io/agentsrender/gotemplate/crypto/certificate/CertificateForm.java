package io.agentsrender.gotemplate.crypto.certificate;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * What a certificate is to say.
 *
 * @param commonName may be empty
 * @param addresses the bytes of IP addresses
 * @param names of hosts
 * @param authority whether it may sign others
 */
record CertificateForm(
    String commonName,
    List<byte[]> addresses,
    List<String> names,
    boolean authority,
    BigInteger serial,
    Instant from,
    Instant until) {}
