package dev.latchkey.config;

import dev.latchkey.letter.writing.DeskWords;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.letter.writing.TemplateException;
import dev.latchkey.mail.EmailAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the letters need of the settings, so that who writes templates needs no secret of the desk.
 *
 * @param name what the desk calls itself
 * @param folder the templates; empty for those that come with the desk
 */
public record LetterSettings(
    String name, EmailAddress address, Optional<Path> folder, DeskWords own) {
  /** Of no desk in particular. */
  public static final LetterSettings USUAL =
      new LetterSettings(
          "Account support",
          EmailAddress.of("support@example.org"),
          Optional.empty(),
          DeskWords.NONE);

  /**
   * The templates.
   *
   * @throws TemplateException with everything that is wrong in them
   */
  public TemplateCatalog templates() {
    return folder.isPresent()
        ? TemplateCatalog.load(folder.get(), own)
        : TemplateCatalog.loadDefault(own);
  }
}
