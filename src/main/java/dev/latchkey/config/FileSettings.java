package dev.latchkey.config;

import dev.latchkey.mail.FileScanner;
import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of files and secrets that people mail.
 *
 * @param scanner that looks at what is attached
 * @param keepSecrets how long a copy with a secret stays among the processed mails; empty: for good
 */
public record FileSettings(FileScanner scanner, Optional<Duration> keepSecrets) {}
