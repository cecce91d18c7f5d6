package io.agentsrender.fetch.http;

import io.agentsrender.fetch.access.RemoteAddress;
import java.net.http.HttpHeaders;

/**
 * What a server answered.
 *
 * @param body owned by whoever gets the answer
 * @param from where it came from, redirects followed
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpAnswer(int status, HttpHeaders headers, byte[] body, RemoteAddress from) {
  private static final int OK = 200;
  private static final int FIRST_OF_REDIRECTS = 300;

  public boolean isSuccess() {
    return status >= OK && status < FIRST_OF_REDIRECTS;
  }

  /** The first header of that name; empty where there is none. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
