import { figuresIn } from '../figures.ts';
import type { stamps as vi } from '../vi/stamps.ts';

const { number } = figuresIn('en');

export const stamps: typeof vi = {
  title: 'Look a stamp up',
  label: 'Code on the stamp',
  hint: 'Scan or type its 20 characters (10 on a signed stamp), or paste the whole address of its QR. Lower case, spaces and dashes are fine.',
  look: 'Look it up',
  one: (code) => `Stamp ${code}`,
  openPage: 'See the page buyers see',
  position: 'Position',
  positionOf: (index, range) => `stamp ${number(index + 1)} of range ${range}`,
  state: 'State',
  states: {
    'not-printed': 'not printed',
    voided: 'void',
    'not-activated': 'not activated',
    recalled: 'recalled',
    expired: 'past its use-by day',
    suspicious: 'suspicious',
    active: 'in use',
  },
  foreign: (host) =>
    `The address given is not this site’s: ${host}. The code in it is that of the stamp below, but anybody can copy it; ask what address the stamp on the item carries.`,
  cutOff: 'The key of this stamp is known to strangers and cut off: the public page refuses it.',
  activatedAt: 'Activated',
  scans: 'Scans',
  count: 'Scans',
  firstAt: 'First',
  lastAt: 'Latest',
  never: 'never',
  noScans: 'Nobody scanned this stamp yet.',
  perDay: 'Scans a day (the latest 50)',
  recent: 'The latest scans',
  at: 'When',
  province: 'Province',
  device: 'Device',
  deviceHint: 'A short name that tells devices on one stamp apart; it cannot tell whose they are.',
  noScansStored:
    'No scan is stored any more: they are over 90 days old, or somebody asked to have them erased.',
  erase: {
    open: 'Erase scans…',
    title: 'Erase scans',
    intro:
      'For when somebody who scanned this stamp asks to have their data erased. Ask them roughly when it was, and erase only that time.',
    which: 'Which scans to erase',
    choices: { window: 'those of some time', all: 'all of them' },
    from: 'From',
    until: 'To the end of the minute',
    clock: 'Vietnamese time, as in the table of the latest scans.',
    incomplete: 'Day or time is missing. Fill in both and send again.',
    backwards: 'This lies before “From”. Correct one of the two and send again.',
    submit: 'Erase',
    prompt: (from, until) =>
      `${from === null ? 'Erase every stored scan of this stamp' : `Erase the scans of this stamp from ${from} to the end of ${until}`}: their time, province and device are gone for good. This cannot be undone. ` +
      'The number of scans stays; the first scan, if it is among them, is remembered by its month only; the suspicion is reckoned again from the scans that are left, a warning that stands stays. The audit log notes who erased, when, and how many.',
    confirm: 'Erase for good',
    done: (n) =>
      n === 0
        ? 'There is no scan in that time. Nothing was erased.'
        : `${number(n)} ${n === 1 ? 'scan' : 'scans'} erased.`,
  },
  suspicion: 'Was it copied?',
  noSuspicion: 'Too few scans to tell: at least 5 are needed.',
  calm: (score) => `Score ${score} of 100: no need to worry. From 60 on a stamp is suspicious.`,
  alarm: (score) =>
    `Score ${score} of 100: several items may carry this code. Ask where it is sold, and freeze the code if need be.`,
  warning: {
    standing: (day, score) =>
      `Buyers are warned since ${day}, when the score was ${score}. A warning does not go by itself; lift it only when somebody has held the goods.`,
    notYet:
      'Buyers are not warned: too few networks in too few provinces on too few days. This score is for you to go and look.',
    cleared: (at) => `Examined and genuine at ${at}: only scans since then are reckoned.`,
    lift: 'Examined, genuine…',
    title: 'Lift the warning',
    hint: 'Who has seen the goods, where, and what they found. It goes into the audit log.',
    prompt:
      'Did you, or somebody you trust, hold the goods with this stamp? Buyers are no longer warned, and the score begins anew. If copies go on being scanned, the warning comes back.',
    confirm: 'Lift the warning',
    done: 'The warning is lifted.',
  },
  redated: 'time of arrival: the clock of the site was wrong',
  points: (n) => `${n} points`,
  rules: {
    devices: (devices) => `Scanned from ${number(devices)} different networks.`,
    provinces: (inAll, within24h, moves) =>
      `Scanned in ${inAll} provinces, once in ${within24h} within 24 hours; the place went to and fro ${moves} times.`,
    speed: (from, to, km, minutes, times) =>
      `From ${from} to ${to}, ${number(km)} km, in ${number(minutes)} minutes: no goods travel so fast (${times} times).`,
    'before-activation': (devices) => `Scanned from ${number(devices)} networks before it was activated.`,
    'after-sale': (devices, days) =>
      `Scanned from ${number(devices)} new networks more than ${days} days after its sale.`,
    rush: (scans) => `${number(scans)} networks scanned it within one hour.`,
    away: (away, located) => `${away} of ${located} networks were in provinces the lot was not shipped to.`,
  },
  exceptions: 'Notes on this stamp',
  noExceptions: 'Nothing is noted for it alone.',
  kinds: {
    sold: 'sold',
    recalled: 'recalled',
    expired: 'expired',
    voided: 'void',
    reported: 'reported',
    frozen: 'frozen',
  },
  kindHints: {
    sold: 'A buyer has the goods. The stamp page stays as it is; many scans after that make the stamp suspect.',
    recalled: 'This item alone is called back. Whoever scans it sees so at once.',
    expired: 'This item alone should not be used any more. Whoever scans it sees so at once.',
    voided: 'The stamp is spoilt or lost. It cannot be undone.',
    reported: 'Somebody reported it; it is being looked into. The stamp page stays as it is.',
    frozen: 'Whoever scans it sees a suspicious stamp until you end this.',
  },
  kind: 'Note it as',
  note: 'Note',
  noteHint: 'Why, and who said so. It goes into the audit log.',
  since: 'Since',
  until: 'Until',
  inForce: 'in force',
  add: 'Add a note',
  added: 'Noted.',
  end: 'End',
  endTitle: (kind) => `End “${kind}”`,
  ended: 'Ended.',
  voidPrompt: 'Void this stamp? Everybody who scans it will see that. This cannot be undone.',
  addPrompt: (kind, hint) => `Note this stamp as “${kind}”? ${hint}`,
  freeze: 'Freeze',
  unfreeze: 'Unfreeze',
  reports: 'Consumer reports',
  noReports: 'Nobody reported this stamp.',
  recalls: 'Recalls',
  noRecalls: 'No recall covers this stamp.',
};
