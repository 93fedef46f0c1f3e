package dev.latchkey.triage;

import dev.latchkey.triage.FormText.Section;
import dev.latchkey.triage.RequestForm.Field;
import dev.latchkey.triage.RequestForm.Site;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which site an account is on: of those that are named the last one of the configuration,
 * because the first is the one that everybody names; if none is named, the first.
 */
final class SiteReader {
  private final List<Site> sites;
  private final Lexicon names;

  SiteReader(List<Site> sites) {
    this.sites = sites;
    Map<String, List<String>> words = new HashMap<>();
    for (Site site : sites) {
      words.put(site.word(), site.names());
    }
    this.names = new Lexicon(words);
  }

  /** The word of the site; the field for it counts more than a sentence. */
  Optional<String> read(String subject, List<Section> sections, String details) {
    for (Section section : sections) {
      if (section.field() == Field.SITE) {
        Optional<String> chosen = named(section.text());
        if (chosen.isPresent()) {
          return chosen;
        }
      }
    }
    return named(subject + "\n" + details).or(() -> sites.stream().map(Site::word).findFirst());
  }

  private Optional<String> named(String text) {
    Set<String> named = new HashSet<>();
    for (Lexicon.Hit hit : names.find(Words.of(text))) {
      named.addAll(hit.groups());
    }
    return sites.stream().map(Site::word).filter(named::contains).reduce((earlier, later) -> later);
  }
}
