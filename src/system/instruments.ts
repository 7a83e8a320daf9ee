import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** From what nobody notices to what Slack no longer waits for (3 s), in seconds. */
const answerBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5];

/** An adapter gives a delivery up after 10 s. */
const deliveryBuckets = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** A tick comes every 20 s. */
const tickBuckets = [0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 10, 20, 60];

/** Everything that is counted, in a registry of its own: two in one process do not know each other. */
export class Instruments {
  readonly registry = new Registry();
  private readonly registers = [this.registry];
  private readonly gauges = new Map<string, Gauge>();

  readonly events = new Histogram({
    name: 'buddy_event_seconds',
    help: 'Time to answer an event: from its arrival in the core to its commit.',
    labelNames: ['platform', 'class', 'outcome'],
    buckets: answerBuckets,
    registers: this.registers,
  });
  readonly deliveries = this.counter('buddy_deliveries_total', 'Deliveries that ended, by how.', [
    'platform',
    'outcome',
  ]);
  readonly deliverySeconds = new Histogram({
    name: 'buddy_delivery_seconds',
    help: 'Time that the platform took for one delivery.',
    labelNames: ['platform'],
    buckets: deliveryBuckets,
    registers: this.registers,
  });
  readonly inFlight = new Gauge({
    name: 'buddy_deliveries_in_flight',
    help: 'Messages handed to the platform that has not answered yet.',
    labelNames: ['platform'],
    registers: this.registers,
  });
  readonly retries = this.counter('buddy_delivery_retries_total', 'Deliveries that were not the first try.', [
    'platform',
  ]);
  readonly refused = this.counter(
    'buddy_refused_total',
    'Requests that were turned away at the door, by why.',
    ['platform', 'reason'],
  );
  readonly waits = this.counter('buddy_rate_limit_waits_total', 'Times that a platform asked for silence.', [
    'platform',
  ]);
  readonly waitSeconds = this.counter(
    'buddy_rate_limit_wait_seconds_total',
    'Seconds of silence that platforms asked for.',
    ['platform'],
  );
  readonly expired = this.counter(
    'buddy_messages_expired_total',
    'Messages that were of no use any more before they could be sent.',
    [],
  );
  readonly roundFailures = this.counter(
    'buddy_round_failures_total',
    'Rounds of deliveries that failed and were repeated.',
    [],
  );
  readonly tickSeconds = new Histogram({
    name: 'buddy_scheduler_tick_seconds',
    help: 'Time for everything that one tick of the scheduler did.',
    labelNames: ['scheduler'],
    buckets: tickBuckets,
    registers: this.registers,
  });
  readonly lastSuccess = new Gauge({
    name: 'buddy_scheduler_last_success_timestamp_seconds',
    help: 'When a tick of the scheduler last went through without a failure, in Unix time.',
    labelNames: ['scheduler'],
    registers: this.registers,
  });
  readonly jobFailures = this.counter('buddy_job_failures_total', 'Jobs of the scheduler that failed.', [
    'job',
  ]);

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    // Gauges by the names of counters, which Prometheus' own check refuses.
    for (const kind of ['handles', 'requests', 'resources']) {
      this.registry.removeSingleMetric(`nodejs_active_${kind}_total`);
    }
  }

  /** The gauge of that name, made at its first use. */
  gauge(name: string, help: string, label: string | null): Gauge {
    const gauge =
      this.gauges.get(name) ??
      new Gauge({ name, help, labelNames: label === null ? [] : [label], registers: this.registers });
    this.gauges.set(name, gauge);
    return gauge;
  }

  /** A gauge that is always 1. */
  constant(name: string, help: string, labels: Readonly<Record<string, string>>): void {
    const labelNames = Object.keys(labels);
    new Gauge({ name, help, labelNames, registers: this.registers }).set(labels, 1);
  }

  private counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: this.registers });
  }
}
