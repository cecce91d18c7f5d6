package io.agentsrender.gotemplate.oracle;

/** The keys of test-clusters/oracles/sprig/keys.go, made for these tests alone. */
final class SprigKeys {
  static final String RSA_KEY =
      """
      -----BEGIN RSA PRIVATE KEY-----
      MIIEpAIBAAKCAQEA6mEb2F7ip/clOlMQgYs5Yptv1eT9/xzjFG89IpCy7e8plHzd
      4L9idJ9gtpBCDUSf5hs4Yois2GVa/JNsLrr4Ce2yuB9wHYg9TWDqSKqW+b1NYxkx
      s67LzvPdVPwHIwSGbEh+QctRVheaCf8/+PvIOhYmr8FDzc1os5vmE/uSH5yO5zFC
      ozxyH7N7iBJmUNBhpZ42+tS8CToni3hhqpsbHxgHx7pOqVw3l/d/g7X7VYMGU2kL
      4YAO6R2eMI/M0uh4e4CFOODMACikEbU0cIT/oJT4tiWiX3unSJQYteVA6bwHoGdz
      C/3fnNeMLkYMjYNRmtDI7cFfOAPllJF/pLyHQQIDAQABAoIBABymxVwkcUm+LSdd
      myFy7w9uV/QKW8BxfBL17D/K94ydlXQo9YixbKw8BXsb1G9Bydg70J8+/P4xGbfR
      n8Jwqbyw+Y2HjlGV44SPieRbMjySVyD7pfdEsXZ5mj921bqCpZocHI8Xdzhyhyqc
      sOnTga0UIyOOGSdR6nA2aSBdOwYxBePOG21IZuZ1GzK7a7epgf2ipcWDbcT+w7un
      f8xsOG9FpqRs4jfQ/7L3J446pdtzHU5WIBYlfrW/OxbZ54TXIV9mk+kPfKONdUbS
      aiMg4KzkLd/voT7yuBLr9KpLGmkjreOEiRCGNf89BCYMIgSCaxCOxLmF3KSR0XTt
      xoObRe8CgYEA+MouPELgN/8jGETDVVVAM2E4AqZyaXzWGjjS5o9KDhXJwQtrnzX4
      PyuH0ZC7trNrhLEA7EJUFm+II0obqd72+GZBlMuXOzQpZs2xb0GaA1IC+p74Eb/o
      1zvypejS4rTroGhHUHzhGFQxH2JmBMoVUaFXXorv+GJxM9fKqH5H198CgYEA8SwD
      rCxwvFgyIl6P1r5lW35cB69FYQapdweMA9c0tlRIgucTubvKn1Igct6qD4W7xilV
      wJ0XlqfjIjmdQ/xPgJv3PYL8yiMd32xyTPh/6ey7SOAWyradDaLkyfKkIsvDIBlj
      XRzqbyPe3AbGAGzmbrI0wNQTjqrNwrJ20DQ4BN8CgYEAmb2/Eqg1DQWSd2XO28XB
      1b5nMWQQYdWuLSgeVDIKDmgydCQNjqZ4UPkihkONbJq1f5suOdHHStIDa+NY8wGA
      1wHB1yR0wTY7u3azBlCgzxp4Es33+GgCiDdYfGRDJautzEOEhl2VcEZe0MkqyBzl
      TbuJVThAkNqsn9/jMXpQBTsCgYEAkpvPH7tkTRrQX1Rc3I6hzxzhlUpXQsRqAJH1
      69/Hi49xBSK0OxSN+IxUbYAuoYEKxUwbdRwKWut0iDm+ALZBHk2x3xLh2X+/iTLD
      yUbHe80NjR+su06H6uI7cwit/vkfhUPpw5Dwct+7esYjV97bti9fIlnKCdCLhPA4
      ihk0dMECgYAtwLC8RLm4xI3T3AKk5Hfu6kVug8nXuyYIYV1zUoGUlj+f4mFa7Dxy
      v43eqDbubUUf3NgbGE8kUv5QPVOOwO8lcpEBN10nV024BB8ogoCIyJNax7ymAicq
      qwPmTD4i3Lvom0Auc5Sb2ss7teHTnqHCZKV82aKqiE+lHGK8JYXL4A==
      -----END RSA PRIVATE KEY-----
      """;

  static final String EC_KEY =
      """
      -----BEGIN EC PRIVATE KEY-----
      MHcCAQEEILSs4oPxHfxsikDOtL64fMX7zZfGy7kDYWLxSH/qz2pyoAoGCCqGSM49
      AwEHoUQDQgAEEJplBhr6nR3g5MJ+F08PztWgB9jJuUnfOUA/2lWLFT85P+oa6cdA
      czIcumo5RoEl9lrwKU0RzW7cYuhM8Hmqhg==
      -----END EC PRIVATE KEY-----
      """;

  static final String ED_KEY =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJiTe5Dv6WIPisxO1psxcdAckABmqC3RAqw7E+ObQozn
      -----END PRIVATE KEY-----
      """;

  static final String CA_CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIDIDCCAgigAwIBAgIRAPqGk2at/F8G8APbTwj9qBkwDQYJKoZIhvcNAQELBQAw
      GTEXMBUGA1UEAxMOdGVzdCBhdXRob3JpdHkwIBcNMjYxMTIxMDUyNjI4WhgPMjEy
      NjEwMjgwNTI2MjhaMBkxFzAVBgNVBAMTDnRlc3QgYXV0aG9yaXR5MIIBIjANBgkq
      hkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA6mEb2F7ip/clOlMQgYs5Yptv1eT9/xzj
      FG89IpCy7e8plHzd4L9idJ9gtpBCDUSf5hs4Yois2GVa/JNsLrr4Ce2yuB9wHYg9
      TWDqSKqW+b1NYxkxs67LzvPdVPwHIwSGbEh+QctRVheaCf8/+PvIOhYmr8FDzc1o
      s5vmE/uSH5yO5zFCozxyH7N7iBJmUNBhpZ42+tS8CToni3hhqpsbHxgHx7pOqVw3
      l/d/g7X7VYMGU2kL4YAO6R2eMI/M0uh4e4CFOODMACikEbU0cIT/oJT4tiWiX3un
      SJQYteVA6bwHoGdzC/3fnNeMLkYMjYNRmtDI7cFfOAPllJF/pLyHQQIDAQABo2Ew
      XzAOBgNVHQ8BAf8EBAMCAqQwHQYDVR0lBBYwFAYIKwYBBQUHAwEGCCsGAQUFBwMC
      MA8GA1UdEwEB/wQFMAMBAf8wHQYDVR0OBBYEFBERA4fBuG+4g6PWTMnSLzOU+Fjg
      MA0GCSqGSIb3DQEBCwUAA4IBAQCA+wzgCOn23WyO6iCBLSTExi/7wFeFF72bIScY
      oVOMSGeQdiJnr01+WRDLorrvQmqUQx9hIEFI9kbXtS7IM02jNqDOyStJoQt1Kd2O
      O9c3OMo75WroFi6n+NW7bskelcLLILmqjLHPGCUN8o39Xt9bQd2AWCzHk+GlbQvG
      DcIo1laJZxOneBCisUGUOGkiOOaZGYpXT3dEmCEObneLhh8zT+uAVLoC3v5n/8pC
      XWx/LJcYuUFstMcZnQxZ1dXn3hBkP+3PczxdNo1HifapONJNv8pVHtpylxoVUfWC
      qQzJS8DqQ5lO3Bc+Jjj+KCW7RLj4W4qTeiOaWZA9jy2JPDBH
      -----END CERTIFICATE-----
      """;

  private SprigKeys() {}
}
