package dev.latchkey.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.latchkey.flow.loop.Pulse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dashboard and the alert rules ask for nothing that the desk does not tell. */
class DashboardTest {
  private static final Path DASHBOARD = Path.of("config/monitoring/grafana.json");
  private static final Path ALERTS = Path.of("config/monitoring/alerts.yaml");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:latchkey|jvm|process|system)_[a-z_]+");
  private static final Pattern TOLD = Pattern.compile("(?m)^([a-z_]+)(?:\\{| )");

  /** All that a scrape can hold: the gauges, each with a value, and those of the JVM. */
  private static Set<String> told() {
    Pulse pulse = new Pulse(System::nanoTime);
    pulse.beat(Pulse.WORK);
    Glance glance = new Glances().look();
    HealthCheck health =
        new HealthCheck(() -> glance, Duration.ofSeconds(15), Duration.ofDays(7), ZoneOffset.UTC);
    try (Metrics metrics = new Metrics(() -> glance, health, pulse)) {
      return TOLD.matcher(metrics.scrape())
          .results()
          .map(found -> found.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<String> expressions(JsonNode node) {
    List<String> found = new ArrayList<>();
    node.findValues("expr").forEach(expr -> found.add(expr.asText()));
    return found;
  }

  private static Set<String> asked(List<String> expressions) {
    return expressions.stream()
        .flatMap(expr -> METRIC.matcher(expr).results())
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyGaugeIsTold() {
    Set<String> told = told();
    for (DeskGauge gauge : DeskGauge.values()) {
      assertThat(told).contains(gauge.metric());
    }
  }

  @Test
  void theDashboardAsksForWhatIsTold() throws IOException {
    List<String> expressions = expressions(new ObjectMapper().readTree(DASHBOARD.toFile()));

    assertThat(expressions).hasSizeGreaterThan(12);
    assertThat(told()).containsAll(asked(expressions));
  }

  @Test
  void theAlertsAskForWhatIsTold() throws IOException {
    JsonNode rules = new ObjectMapper(new YAMLFactory()).readTree(ALERTS.toFile());
    List<String> expressions = expressions(rules);

    assertThat(expressions).hasSizeGreaterThan(8);
    assertThat(told()).containsAll(asked(expressions));
    assertThat(rules.findValues("summary")).hasSameSizeAs(expressions);
  }
}
