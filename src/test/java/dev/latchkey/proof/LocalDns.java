package dev.latchkey.proof;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A resolver on this machine, by UDP and TCP at one port, that answers as a test says. */
final class LocalDns implements AutoCloseable {
  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger askedByTcp = new AtomicInteger();
  private volatile boolean silent;
  private volatile Function<Message, Message> overUdp = query -> error(query, Rcode.NXDOMAIN);
  private volatile Function<Message, Message> overTcp = query -> error(query, Rcode.NXDOMAIN);

  private LocalDns(ServerSocket tcp, DatagramSocket udp) {
    this.tcp = tcp;
    this.udp = udp;
    start(this::serveUdp);
    start(this::serveTcp);
  }

  /** At a port that is free for both; what is free for one may be taken for the other. */
  static LocalDns open() {
    InetAddress here = InetAddress.getLoopbackAddress();
    IOException last = new IOException("never tried");
    for (int tried = 0; tried < 20; tried++) {
      try {
        ServerSocket tcp = new ServerSocket(0, 50, here);
        try {
          return new LocalDns(tcp, new DatagramSocket(tcp.getLocalPort(), here));
        } catch (IOException e) {
          tcp.close();
          last = e;
        }
      } catch (IOException e) {
        last = e;
      }
    }
    throw new UncheckedIOException(last);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "local-dns");
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress address() {
    return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
  }

  LocalDns answer(Function<Message, Message> both) {
    overUdp = both;
    overTcp = both;
    return this;
  }

  /** From now on nothing is said by UDP. */
  void fallSilent() {
    silent = true;
  }

  LocalDns answerByTcp(Function<Message, Message> script) {
    overTcp = script;
    return this;
  }

  int asked() {
    return asked.get();
  }

  int askedByTcp() {
    return askedByTcp.get();
  }

  /** The answer to {@code query} with these records, as they stand in a zone file. */
  static Message records(Message query, String... lines) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(query.getQuestion(), Section.QUESTION);
    for (String line : lines) {
      String[] parts = line.split(" ", 3);
      answer.addRecord(record(parts[0], Type.value(parts[1]), parts[2]), Section.ANSWER);
    }
    return answer;
  }

  private static Record record(String name, int type, String data) {
    try {
      return Record.fromString(Name.fromString(name), type, DClass.IN, 60, data, Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Message error(Message query, int code) {
    Message answer = records(query);
    answer.getHeader().setRcode(code);
    return answer;
  }

  private void serveUdp() {
    byte[] buffer = new byte[4096];
    while (!udp.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        udp.receive(packet);
        asked.incrementAndGet();
        Message query = new Message(Arrays.copyOf(buffer, packet.getLength()));
        if (!silent) {
          byte[] octets = overUdp.apply(query).toWire();
          udp.send(new DatagramPacket(octets, octets.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        // Closed, or the asker went away.
      }
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try (Socket socket = tcp.accept()) {
        askedByTcp.incrementAndGet();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] octets = in.readNBytes(in.readUnsignedShort());
        byte[] answer = overTcp.apply(new Message(octets)).toWire();
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeShort(answer.length);
        out.write(answer);
        out.flush();
        in.read();
      } catch (IOException e) {
        // Closed, or the asker went away.
      }
    }
  }

  @Override
  public void close() {
    udp.close();
    try {
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
