/** Loaded first by the programs of a test run (see clock.ts), with the offset in its address. */
import { shiftClock } from './clock.ts';

shiftClock(Number(new URL(import.meta.url).searchParams.get('offset')));
