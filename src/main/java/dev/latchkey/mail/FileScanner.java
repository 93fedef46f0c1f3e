package dev.latchkey.mail;

/** Tells whether what is attached to a mail is known to be harmful. */
public interface FileScanner {

  /** There is none: nothing is said of any file. */
  FileScanner NONE =
      new FileScanner() {
        @Override
        public ScanResult scan(MailBytes octets) {
          return ScanResult.NOT_ASKED;
        }

        @Override
        public String check() {
          return "";
        }
      };

  /** Scans a whole mail. A scanner that is away, or cannot tell, says so; it never throws. */
  ScanResult scan(MailBytes octets);

  /**
   * Asks it whether it is there.
   *
   * @return what it is, in words for an operator; empty when there is none
   * @throws MailTransportException with one line that says what an operator can do
   */
  String check() throws MailTransportException;
}
