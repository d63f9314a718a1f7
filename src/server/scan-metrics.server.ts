import { Counter, Gauge } from 'prom-client';
import { metrics } from '../log/metrics.ts';
import { spoolStatus } from '../stamps/scan-spool/scan-spool.server.ts';

/** How the scans of this machine fare, asked of the spool when the metrics are. */
const registers = [metrics];

new Gauge({
  name: 'ocop_scans_waiting',
  help: 'Scans on the disk of this machine that Medusa has not confirmed yet.',
  registers,
  collect() {
    this.set(spoolStatus().waiting);
  },
});

new Gauge({
  name: 'ocop_scans_oldest_waiting_seconds',
  help: 'Age of the oldest waiting scan; 0 where none waits.',
  registers,
  collect() {
    this.set(spoolStatus().oldestSeconds ?? 0);
  },
});

new Counter({
  name: 'ocop_scans_rejected_total',
  help: 'Scans Medusa would not count, set aside in a file of their own.',
  registers,
  collect() {
    setTotal(this, spoolStatus().rejectedTotal);
  },
});

new Counter({
  name: 'ocop_scans_redated_total',
  help: 'Scans that came with a time that cannot be, counted as of their arrival: a clock is wrong.',
  registers,
  collect() {
    setTotal(this, spoolStatus().redatedTotal);
  },
});

new Counter({
  name: 'ocop_scans_lost_total',
  help: 'Scans nobody has any more: the disk did not take them, or their line was torn.',
  registers,
  collect() {
    setTotal(this, spoolStatus().lostTotal);
  },
});

/** The spool counts by itself; its totals only grow, as a counter must. */
function setTotal(counter: Counter, total: number): void {
  counter.reset();
  counter.inc(total);
}
