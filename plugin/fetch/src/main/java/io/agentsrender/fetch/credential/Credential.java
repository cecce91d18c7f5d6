package io.agentsrender.fetch.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** What a server is shown. */
public sealed interface Credential {

  /** A user name and a password, or a token in a password's place. */
  record Password(String user, Secret password) implements Credential {
    /** The value of the HTTP header {@code Authorization}. */
    @Override
    public String header() {
      byte[] pair = (user + ":" + password.reveal()).getBytes(UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
  }

  /** A bearer token. */
  record Token(Secret token) implements Credential {
    @Override
    public String header() {
      return "Bearer " + token.reveal();
    }
  }

  /**
   * A private key for ssh.
   *
   * @param key in the form of OpenSSH, or PEM
   * @param passphrase empty where the key is not encrypted
   * @param origin where it comes from, for errors
   */
  record SshKey(Secret key, Secret passphrase, String origin) implements Credential {
    @Override
    public String header() {
      return "";
    }
  }

  /** The value of the HTTP header {@code Authorization}; empty where HTTP has no use for it. */
  String header();
}
