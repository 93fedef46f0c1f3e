package dev.latchkey.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz runs: one tick. While a piece of work is being done, its ticks wait. */
@DisallowConcurrentExecution
final class TickJob implements Job {
  private final TickedWork work;

  TickJob(TickedWork work) {
    this.work = work;
  }

  @Override
  public void execute(JobExecutionContext context) {
    work.tick();
  }
}
