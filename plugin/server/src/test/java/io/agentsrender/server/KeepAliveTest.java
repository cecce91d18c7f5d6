package io.agentsrender.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.server.fake.TestServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * HTTP/2 by hand (RFC 9113, 6.5 and 6.7): a client that pings far more often than any release does
 * is answered, and not sent away with ENHANCE_YOUR_CALM.
 */
@Timeout(300)
class KeepAliveTest {
  private static final byte DATA_FRAMES = 0;
  private static final byte SETTINGS = 4;
  private static final byte PING = 6;
  private static final byte GO_AWAY = 7;
  private static final byte ACK = 1;

  @Test
  void answersSettingsAtOnceAndEveryPing() throws IOException {
    try (TestServer server = TestServer.start();
        SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(server.socket()))) {
      send(client, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
      send(client, frame(SETTINGS, new byte[0]));
      DataInputStream in = new DataInputStream(Channels.newInputStream(client));
      int frames = 0;
      int acknowledged = 0;
      for (int ping = 0; ping < 200; ping++) {
        send(client, frame(PING, new byte[8]));
      }
      while (acknowledged < 200) {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        byte type = in.readByte();
        byte flags = in.readByte();
        in.readInt();
        in.skipNBytes(length);
        assertThat(type).isNotEqualTo(GO_AWAY).isNotEqualTo(DATA_FRAMES);
        assertThat(frames++ > 0 || type == SETTINGS && flags == 0).isTrue();
        acknowledged += type == PING && flags == ACK ? 1 : 0;
      }
    }
  }

  private static byte[] frame(byte type, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.put((byte) 0).putShort((short) payload.length).put(type).put((byte) 0).putInt(0);
    return frame.put(payload).array();
  }

  private static void send(SocketChannel client, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      client.write(left);
    }
  }
}
