package dev.latchkey.schedule;

import dev.latchkey.flow.loop.Pulse;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz runs: one tick. While a piece of work is being done, its ticks wait. */
@DisallowConcurrentExecution
final class TickJob implements Job {
  private final String name;
  private final TickedWork work;
  private final Pulse pulse;

  TickJob(String name, TickedWork work, Pulse pulse) {
    this.name = name;
    this.work = work;
    this.pulse = pulse;
  }

  @Override
  public void execute(JobExecutionContext context) {
    pulse.beat(name);
    work.tick();
    pulse.beat(name);
  }
}
