package dev.latchkey.year;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What people mean to write, and when; whether they still do is asked when the time has come. */
final class Agenda {
  private final TreeMap<Instant, List<Supplier<Optional<PersonMail>>>> plans = new TreeMap<>();

  void plan(Instant at, Supplier<Optional<PersonMail>> mail) {
    plans.computeIfAbsent(at, when -> new ArrayList<>()).add(mail);
  }

  /** The mails that are written until now. */
  List<PersonMail> due(Instant now) {
    List<PersonMail> mails = new ArrayList<>();
    while (!plans.isEmpty() && !plans.firstKey().isAfter(now)) {
      plans.pollFirstEntry().getValue().forEach(plan -> plan.get().ifPresent(mails::add));
    }
    return mails;
  }
}
