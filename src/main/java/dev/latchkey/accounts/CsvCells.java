package dev.latchkey.accounts;

import dev.latchkey.mail.EmailAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads the cells of a CSV file that tell what there is to prove with. Each holds any number of
 * entries with a semicolon between them:
 *
 * <pre>
 * links      repository https://git.example/dora/widget since 2022-03-01; site https://dora.example
 * keys       ssh ssh-ed25519 AAAAC3Nz… dora@laptop since 2023-05-01; openpgp keys/dora.asc
 * co_owners  widget: omar omar@mail.example; widget: ann ann@mail.example
 * </pre>
 *
 * <p>A key is the line of an SSH key, an OpenPGP key in base64, or the name of a file that holds
 * one key, in the folder of the CSV file or below; a name has a full stop and no blank. {@code
 * since} a time may be left out.
 */
final class CsvCells {
  private static final String SINCE = " since ";

  private final Path folder;
  private final Consumer<String> errors;

  /** One entry: its first word, what stands between it and the time, and the time. */
  private record Entry(String kind, String value, Optional<Instant> since) {}

  /**
   * @param folder of the CSV file
   * @param errors is told what is wrong in the cells
   */
  CsvCells(Path folder, Consumer<String> errors) {
    this.folder = folder;
    this.errors = errors;
  }

  List<Link> links(String cell) {
    return each(
        cell,
        text -> {
          Entry entry = dated(text);
          Optional<Link.Kind> kind = Link.Kind.find(entry.kind());
          if (kind.isEmpty()) {
            return wrong("a link begins with repository or site");
          }
          Optional<Link> link = Link.find(kind.get(), entry.value(), entry.since());
          return link.isPresent() ? link : wrong("not the address of a link: " + entry.value());
        });
  }

  List<BoundKey> keys(String cell) {
    return each(
        cell,
        text -> {
          Entry entry = dated(text);
          Optional<BoundKey.Kind> kind = BoundKey.Kind.find(entry.kind());
          if (kind.isEmpty()) {
            return wrong("a key begins with openpgp or ssh");
          }
          return key(kind.get(), entry.value(), entry.since());
        });
  }

  List<CoOwner> coOwners(String cell) {
    return each(
        cell,
        entry -> {
          Since dated = since(entry);
          String text = dated.text();
          int colon = text.indexOf(": ");
          int blank = text.lastIndexOf(' ');
          Optional<EmailAddress> address = EmailAddress.find(text.substring(blank + 1));
          String account = text.substring(Math.min(colon + 2, blank + 1), blank + 1).strip();
          if (colon < 1 || account.isEmpty() || address.isEmpty()) {
            return wrong("a co-owner is written project: account address");
          }
          return Optional.of(
              new CoOwner(text.substring(0, colon), account, address.get(), dated.time()));
        });
  }

  private <T> List<T> each(String cell, Function<String, Optional<T>> reader) {
    List<T> found = new ArrayList<>();
    for (String entry : cell.isEmpty() ? new String[0] : cell.split(";", -1)) {
      reader.apply(entry.strip()).ifPresent(found::add);
    }
    return found;
  }

  private Entry dated(String text) {
    String[] words = text.split("\\s+", 2);
    Since value = since(words.length < 2 ? "" : words[1]);
    return new Entry(words[0], value.text(), value.time());
  }

  /** What stands before "since", and the time behind it. */
  private record Since(String text, Optional<Instant> time) {}

  private Since since(String text) {
    int since = text.lastIndexOf(SINCE);
    if (since < 0) {
      return new Since(text, Optional.empty());
    }
    String time = text.substring(since + SINCE.length()).strip();
    Optional<Instant> instant = DirectoryTime.find(time);
    if (instant.isEmpty()) {
      errors.accept("not a time such as 2026-01-31 or 2026-01-31T12:00:00Z: " + time);
    }
    return new Since(text.substring(0, since).strip(), instant);
  }

  private Optional<BoundKey> key(BoundKey.Kind kind, String value, Optional<Instant> since) {
    boolean file = value.contains(".") && value.chars().noneMatch(Character::isWhitespace);
    Optional<String> material = file ? content(kind, value) : Optional.of(value);
    if (material.isEmpty()) {
      return Optional.empty();
    }
    if (material.get().contains("PRIVATE KEY")) {
      return wrong("a private key; only the public one belongs here");
    }
    Optional<BoundKey> key = BoundKey.find(kind, material.get(), since);
    String form = kind == BoundKey.Kind.SSH ? "type, base64 and comment" : "armour or base64";
    return key.isPresent() ? key : wrong("not one public key of " + kind + " in " + form);
  }

  private Optional<String> content(BoundKey.Kind kind, String name) {
    try {
      Path file = folder.resolve(name).normalize();
      if (!file.startsWith(folder.normalize())) {
        return wrong("the file of a key stands outside of the folder of this file: " + name);
      }
      if (Files.size(file) > BoundKey.LONGEST) {
        return wrong("the file of a key is too long for one: " + name);
      }
      byte[] octets = Files.readAllBytes(file);
      boolean binary = kind == BoundKey.Kind.OPENPGP && octets.length > 0 && octets[0] < 0;
      return binary
          ? BoundKey.armour(octets)
          : Optional.of(new String(octets, StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException e) {
      return wrong("the file of a key cannot be read: " + name);
    }
  }

  private <T> Optional<T> wrong(String what) {
    errors.accept(what);
    return Optional.empty();
  }
}
