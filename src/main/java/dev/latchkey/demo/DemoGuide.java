package dev.latchkey.demo;

/** How a person writes to a demo that stays. */
final class DemoGuide {
  private final DemoDesk demo;
  private final DemoScreen screen;

  DemoGuide(DemoDesk demo, DemoScreen screen) {
    this.demo = demo;
    this.screen = screen;
  }

  void tell() {
    int smtp = demo.mail().smtpPort();
    int imap = demo.mail().imapPort();
    screen.chapter("The desk is running; Ctrl-C ends it");
    screen.line("SMTP  127.0.0.1:" + smtp + "   IMAP  127.0.0.1:" + imap + "   (no TLS)");
    screen.line("Desk  " + DemoDesk.ADDRESS);
    screen.line("Staff " + DemoDesk.ALICE + ", " + DemoDesk.BOB);
    screen.line("Users dora@mail.example and dora@other.example (one account, dora),");
    screen.line("      kim@mail.example, leo@mail.example, vera@mail.example and more");
    screen.line("Whoever else writes has a mailbox from then on.");
    screen.line("Every login is the address, every password is: " + DemoDesk.PASSWORD);
    screen.line("");
    screen.line("With swaks, as Dora:");
    screen.line(
        "  swaks --server 127.0.0.1:%d --from dora@mail.example --to %s \\"
            .formatted(smtp, DemoDesk.ADDRESS));
    screen.line("    --h-Subject 'Account recovery request' --body 'I lost my phone with the");
    screen.line("    authenticator app. My username is dora.'");
    screen.line("With mutt, as Alice of the staff:");
    screen.line(
        "  mutt -e 'set folder=imap://alice%%40staff.example:%s@127.0.0.1:%d/ spoolfile=+INBOX' \\"
            .formatted(DemoDesk.PASSWORD, imap)
            .replace("%%", "%"));
    screen.line(
        "    -e 'set smtp_url=smtp://127.0.0.1:%d/ from=%s ssl_starttls=no' -f +INBOX"
            .formatted(smtp, DemoDesk.ALICE));
    screen.line("With Thunderbird: a new account with these ports, security none, name and");
    screen.line("password as above.");
    screen.line("");
  }
}
