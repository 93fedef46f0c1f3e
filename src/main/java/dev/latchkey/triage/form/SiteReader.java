package dev.latchkey.triage.form;

import dev.latchkey.triage.form.FormText.Section;
import dev.latchkey.triage.form.RequestForm.Site;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds which site an account is on: of those that are named the last one of the configuration,
 * because the first is the one that everybody names. Nobody is taken to have named one.
 */
public final class SiteReader {
  private final List<Site> sites;
  private final Lexicon<Set<String>> names;

  public SiteReader(List<Site> sites) {
    this.sites = sites;
    Map<String, List<String>> words = new HashMap<>();
    for (Site site : sites) {
      words.put(site.word(), site.names());
    }
    this.names = new Lexicon<>(words, Function.identity());
  }

  /** The word of the site; the field for it counts more than a sentence. */
  public Optional<String> read(Words subject, List<Section> fields, Words details) {
    for (Section field : fields) {
      Optional<String> chosen = named(Words.of(field.text()).list());
      if (chosen.isPresent()) {
        return chosen;
      }
    }
    List<Words.Word> all = new ArrayList<>(subject.list());
    all.addAll(details.list());
    return named(all);
  }

  private Optional<String> named(List<Words.Word> words) {
    Set<String> named = new HashSet<>();
    for (Lexicon.Hit<Set<String>> hit : names.find(words)) {
      named.addAll(hit.meaning());
    }
    return sites.stream().map(Site::word).filter(named::contains).reduce((earlier, later) -> later);
  }
}
