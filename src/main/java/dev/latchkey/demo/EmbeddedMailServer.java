package dev.latchkey.demo;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A mail server (SMTP and IMAP, both plain, on the loopback interface) that behaves like the border
 * server of a desk: it refuses mail to people it does not know, delivers {@code support+x@} to
 * {@code support@}, and puts a {@link BorderStamp} on every mail that it delivers.
 *
 * <p>A body is kept octet by octet; GreenMail reads a header as UTF-8 and damages other 8-bit text
 * there. It also searches a whole folder on every command: keep the mailboxes small.
 */
public final class EmbeddedMailServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Server server;

  private EmbeddedMailServer(Server server) {
    this.server = server;
  }

  /**
   * Starts a server without users.
   *
   * @param smtpPort 0 for any free port, as is {@code imapPort}
   */
  public static EmbeddedMailServer start(int smtpPort, int imapPort, BorderStamp stamp) {
    Server server =
        new Server(
            new ServerSetup[] {
              new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
            },
            stamp);
    server.start();
    return new EmbeddedMailServer(server);
  }

  /** The address of both its ports: this machine alone can reach them. */
  public String host() {
    return LOOPBACK;
  }

  /** Where mails are handed in. */
  public int smtpPort() {
    return server.getSmtp().getPort();
  }

  /** Where mailboxes are read. */
  public int imapPort() {
    return server.getImap().getPort();
  }

  /** Gives an address a mailbox; the login is the address. */
  public void addUser(EmailAddress address, String password) {
    try {
      server.getUserManager().createUser(address.toString(), address.toString(), password);
    } catch (UserException e) {
      throw new IllegalArgumentException("there is a mailbox of " + address, e);
    }
  }

  /** From now on whoever sends a mail has a mailbox that the answers go to. */
  public void welcomeWriters(String password) {
    server.welcome.password = password;
  }

  /** The mails in a user's inbox at this moment, oldest first. */
  public List<MailBytes> delivered(EmailAddress user) {
    return inbox(user).getNonDeletedMessages().stream()
        .map(message -> octets(message.getMimeMessage()))
        .toList();
  }

  /** The oldest mail in a user's inbox, which is waited for. */
  public MailBytes awaitDelivered(EmailAddress user) throws InterruptedException {
    synchronized (server.deliveries) {
      while (delivered(user).isEmpty()) {
        server.deliveries.wait();
      }
    }
    return delivered(user).get(0);
  }

  /** Empties a user's inbox and tells what was in it, oldest first. */
  public List<MailBytes> take(EmailAddress user) {
    List<MailBytes> mails = delivered(user);
    inbox(user).deleteAllMessages();
    return mails;
  }

  /**
   * Sends a mail as it is, by SMTP, as anyone.
   *
   * @throws MessagingException when the server refuses it
   */
  public void submit(EmailAddress envelopeFrom, EmailAddress recipient, MailBytes mail)
      throws MessagingException {
    Session session = Session.getInstance(new Properties());
    SMTPMessage message = new SMTPMessage(session, new ByteArrayInputStream(mail.octets()));
    message.setEnvelopeFrom(envelopeFrom.toString());
    try (SMTPTransport transport = new SMTPTransport(session, null)) {
      transport.connect(LOOPBACK, smtpPort(), null, null);
      transport.sendMessage(message, new Address[] {new InternetAddress(recipient.toString())});
    }
  }

  @Override
  public void close() {
    server.stop();
  }

  private MailFolder inbox(EmailAddress address) {
    GreenMailUser user = server.getUserManager().getUserByEmail(address.toString());
    if (user == null) {
      throw new IllegalArgumentException("no mailbox of " + address);
    }
    try {
      return server.getManagers().getImapHostManager().getInbox(user);
    } catch (FolderException e) {
      throw new IllegalStateException("every user has an inbox", e);
    }
  }

  private static MailBytes octets(MimeMessage message) {
    try {
      ByteArrayOutputStream octets = new ByteArrayOutputStream();
      message.writeTo(octets);
      return new MailBytes(octets.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("a stored mail cannot be read", e);
    }
  }

  /** GreenMail with a border of our own. */
  private static final class Server extends GreenMail {
    private final Welcome welcome = new Welcome();

    /** Notified of each mail in a mailbox. */
    private final Object deliveries = new Object();

    Server(ServerSetup[] setups, BorderStamp stamp) {
      super(setups);
      managers =
          new Managers() {
            private final SmtpManager border = new Border(this, stamp, welcome, deliveries);

            @Override
            public SmtpManager getSmtpManager() {
              return border;
            }
          };
    }
  }

  /** Whether writers are given a mailbox. */
  private static final class Welcome {
    private volatile @Nullable String password;
  }

  /** Decides about recipients and stamps what comes in. */
  private static final class Border extends SmtpManager {
    private final BorderStamp stamp;
    private final Welcome welcome;
    private final Object deliveries;

    Border(Managers managers, BorderStamp stamp, Welcome welcome, Object deliveries) {
      super(managers.getImapHostManager(), managers.getUserManager());
      this.stamp = stamp;
      this.welcome = welcome;
      this.deliveries = deliveries;
    }

    @Override
    public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
      return mailbox(recipient) == null ? "550 5.1.1 no such mailbox here" : null;
    }

    @Override
    public synchronized void send(SmtpState state) {
      String sender = state.getMessage().getReturnPath().getEmail();
      welcome(state.getMessage().getReturnPath());
      MailBytes received = octets(state.getMessage().getMessage());
      for (MailAddress recipient : state.getMessage().getToAddresses()) {
        GreenMailUser user = mailbox(recipient);
        if (user != null) {
          byte[] stamped = stamp.on(received, sender, recipient.getEmail()).octets();
          user.deliver(message(stamped));
        }
      }
      synchronized (deliveries) {
        deliveries.notifyAll();
      }
    }

    private void welcome(MailAddress writer) {
      String password = welcome.password;
      if (password != null && !writer.getEmail().isEmpty() && mailbox(writer) == null) {
        try {
          getUserManager().createUser(writer.getEmail(), writer.getEmail(), password);
        } catch (UserException e) {
          throw new IllegalStateException("no mailbox can be made for " + writer.getEmail(), e);
        }
      }
    }

    private @Nullable GreenMailUser mailbox(MailAddress recipient) {
      String address = recipient.getEmail();
      int at = address.lastIndexOf('@');
      int plus = address.indexOf('+');
      boolean detailed = plus > 0 && plus < at;
      return getUserManager()
          .getUserByEmail(detailed ? address.substring(0, plus) + address.substring(at) : address);
    }

    private static MimeMessage message(byte[] octets) {
      try {
        return new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
      } catch (MessagingException e) {
        throw new IllegalStateException("a mail that was read cannot be read again", e);
      }
    }
  }
}
