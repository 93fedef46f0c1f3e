package dev.latchkey.watch;

import dev.latchkey.flow.loop.Pulse;
import dev.latchkey.store.database.StoreUnavailableException;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The figures as Prometheus reads them, with those of this JVM. Every desk of several that share a
 * database tells the same of it; only silence, clock and JVM are its own.
 */
final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<DeskGauge, MultiGauge> gauges = new EnumMap<>(DeskGauge.class);
  private final Supplier<Glance> lookout;
  private final HealthCheck health;
  private final Pulse pulse;

  /**
   * @param lookout looks at the desk; may fail as {@link Lookout#look} does
   */
  Metrics(Supplier<Glance> lookout, HealthCheck health, Pulse pulse) {
    this.lookout = lookout;
    this.health = health;
    this.pulse = pulse;
    for (DeskGauge gauge : DeskGauge.values()) {
      gauges.put(
          gauge, MultiGauge.builder(gauge.metric()).description(gauge.help()).register(registry));
    }
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Looks at the desk, and writes all of it in the text format of Prometheus. */
  synchronized String scrape() {
    List<Sample> samples = new ArrayList<>();
    try {
      Glance glance = lookout.get();
      samples.addAll(Sample.of(glance));
      samples.addAll(Sample.of(health.examine(glance)));
    } catch (StoreUnavailableException e) {
      samples.add(Sample.of(DeskGauge.DATABASE_UP, 0));
      samples.addAll(Sample.of(HealthCheck.away(String.valueOf(e.getMessage()))));
    }
    pulse
        .silences()
        .forEach(
            (work, silence) ->
                samples.add(
                    new Sample(
                        DeskGauge.SILENCE_SECONDS,
                        Map.of("work", work),
                        silence.toMillis() / 1000.0)));
    gauges.forEach((gauge, rows) -> rows.register(rows(gauge, samples), true));
    return registry.scrape();
  }

  private static List<MultiGauge.Row<?>> rows(DeskGauge gauge, List<Sample> samples) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (Sample sample : samples) {
      if (sample.gauge() == gauge) {
        Tags tags = Tags.empty();
        for (Map.Entry<String, String> label : sample.labels().entrySet()) {
          tags = tags.and(label.getKey(), label.getValue());
        }
        rows.add(MultiGauge.Row.of(tags, sample.value()));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    registry.close();
  }
}
