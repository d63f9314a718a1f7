/** How the spool of scans is doing, for health checks and metrics. Totals count from the process's start. */
export interface SpoolStatus {
  /** Scans on this machine's disk that Medusa has not confirmed yet. */
  waiting: number;
  /** Age of the oldest of them in seconds; null where none waits. */
  oldestSeconds: number | null;
  /** Scans Medusa would not count, set aside in a file of their own. */
  rejectedTotal: number;
  /** Scans nobody has any more: the disk did not take them, or their line was torn. */
  lostTotal: number;
  /** Scans that came with a time that cannot be: Medusa counted them as of their arrival. */
  redatedTotal: number;
  /** When the last of the lost ones was lost (ISO 8601); null where none was. */
  lastLostAt: string | null;
  /** Why the disk did not take the last scans it was given, as one line; null while it does. */
  writeFailure: string | null;
  /** Since when scans cannot be written to the disk (ISO 8601); null while they can. */
  writeFailingSince: string | null;
  /** Since when Medusa takes no scans (ISO 8601); null while it does. Scans wait then, none is lost. */
  deliveryFailingSince: string | null;
}
