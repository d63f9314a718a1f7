import type { stamp as vi } from '../vi/stamp.ts';

export const stamp: typeof vi = {
  verdicts: {
    active: {
      title: 'The stamp is right and in use',
      text: 'This site issued the code, and it belongs to the lot below. Compare the item in your hand with the name, the producer and the lot number.',
    },
    suspicious: {
      title: 'Right code, but the stamp may have been copied',
      text: 'You did nothing wrong: of the items with this code perhaps only one carries the original stamp. Compare the name and the lot number on the package closely, and ask the producer before using it.',
    },
    expired: {
      title: 'The item is past its use-by date',
      text: 'The code is right, but the item with this stamp is past its date. Better not use it; ask the seller for another.',
    },
    recalled: {
      title: 'Being recalled: do not use it',
      text: 'The code is right, but the goods with this stamp are being recalled.',
    },
    'not-activated': {
      title: 'The stamp is not activated',
      text: 'This site issued the code, but it has not been joined to a lot yet. If the item is already on sale, ask the seller and the producer before buying.',
    },
    'not-printed': {
      title: 'The stamp has not been printed',
      text: 'The code is in the record, but the record does not say yet that it was printed, so it should not be on any goods. Ask the producer before buying, and report it if you scanned it from an item.',
    },
    voided: {
      title: 'This stamp has been cancelled',
      text: 'This site once issued the code and has cancelled it; it may no longer be on any goods. Do not trust an item with this stamp; please report it.',
    },
    'key-cut-off': {
      title: 'The key of this code is out of use',
      text: 'The key that made this code was once leaked. Stamps activated before the leak are still good; this one is not. Do not trust an item with this stamp; please report it.',
    },
    unknown: {
      title: 'Right code, state not known now',
      text: 'This site issued the code. Where the state of stamps is kept does not answer now, so it is not known whether the stamp is in use, cancelled or recalled. Reload in a few minutes.',
    },
    'not-asked': {
      title: 'This site issued the stamp code',
      text: 'Open this page in a phone’s browser to see the state of the stamp, its lot and its scans.',
    },
    'not-issued': {
      title: 'Not a stamp of this site',
      text: 'This site never issued that code. If you scanned it from an item, the stamp may be forged; if you typed it, check each character again.',
    },
    malformed: {
      title: 'Not the form of a stamp code',
      text: 'This address has too few, too many or wrong characters, so it is no stamp code. Scan again, or type the code printed on the stamp: 20 letters and digits.',
    },
    'no-keys': {
      title: 'Stamps cannot be checked now',
      text: 'This site runs without the keys that check stamps, so nothing can be said of this code. Please come back later.',
    },
  },
  foreign: {
    title: (host) => `This address is not ours: ${host}`,
    text: 'Do not open it, type a password or send money there: a real code is easily copied onto a false stamp that leads to somebody else’s page. Look on the item for a stamp that carries the address of this site and scan that one; if there is none, do not trust the item and tell us.',
    ofCode: 'The code in that address, by itself',
    verdict: 'The address is not this site’s',
  },
  host: (host) => `You are at ${host}. This must be the address printed on the stamp.`,
  proves: 'This is about the stamp, not what is inside.',
  recall: { reason: 'Why', advice: 'What to do', since: 'Recalled since' },
  why: 'Why this page says so',
  suspicion: {
    devices: ({ text, form }) =>
      form === 'one'
        ? `${text} device has scanned this code.`
        : `${text} different devices have scanned this code.`,
    provinces: ({ text, form }) =>
      form === 'one'
        ? `It has been scanned in ${text} province.`
        : `It has been scanned in ${text} provinces, now in one, now in another.`,
    speed: (km, { text, form }) =>
      `Two scans were ${km} km but only ${text} ${form === 'one' ? 'minute' : 'minutes'} apart.`,
    together: (km) => `Two scans came at almost the same time from places ${km} km apart.`,
    'before-activation': 'It was scanned before the stamp was activated.',
    'after-sale': 'Many new devices scanned it long after the item was sold.',
    rush: ({ text, form }) =>
      form === 'one'
        ? `There was ${text} scan within one hour.`
        : `There were ${text} scans within one hour.`,
    away: 'Most scans came from outside the places this lot was sent to.',
    looking: 'The people who keep the stamps are looking into this code.',
  },
  code: 'Stamp code',
  product: {
    compare: 'Compare the item with the record',
    issuedFor: 'The stamp was issued for',
    drawing: 'A drawing; no photo yet.',
    none: 'This stamp could not be joined to a product of the record.',
    unknown: 'Which product this stamp belongs to cannot be looked up now.',
  },
  toProduct: 'See the product page',
  buyAgain: 'Buy again',
  stars: 'OCOP stars of the product',
  starsApart: 'Stars belong to the product, whatever the state of the stamp.',
  maker: 'Who made it',
  noMaker: 'The record has no producer’s name yet.',
  noPhone: 'The record has no phone number yet.',
  call: (phone) => `Call ${phone}`,
  lot: 'Stamp and lot',
  lotCode: 'Lot number',
  madeOn: 'Made on',
  useBy: 'Use by the end of',
  noUseBy: 'no date given',
  noLot: 'This stamp has not been joined to a lot.',
  lotUnknown: 'The lot cannot be looked up now.',
  journey: {
    title: 'The lot’s journey',
    before: 'Before',
    made: 'Made',
    after: 'After',
    soldHere: 'Sold on this site; no delivery recorded yet.',
    noAfter: 'No delivery recorded yet.',
    all: (n) => `All ${n} steps recorded`,
    steps: {
      harvest: 'Harvested',
      collection: 'Raw material collected',
      test: 'Tested',
      processing: 'Processed',
      activation: 'Stamped and activated',
      packing: 'Packed',
      shipping: 'Sent to',
      receiving: 'Received',
      recall: 'Recalled',
    },
    results: { passed: 'passed', failed: 'failed' },
  },
  scans: {
    title: 'Scan history',
    first: 'First scan',
    count: 'Scans',
    onlyThis: 'This is the first scan of this stamp.',
    oneDevice: 'One phone scanning again within 10 minutes counts once.',
    many: (n) =>
      `The stamp has been scanned ${n} times. Goods on a shelf or at a fair often are, so the number alone means nothing bad.`,
    farApart: 'Some scans came from places far apart.',
    compare:
      'If the stamp is loose, stuck over another, or its name or lot number is another than here, ask the producer before using it.',
    notAsked: 'Open in a browser to see this.',
    unknown: 'The scan history cannot be looked up now. This look is kept and will be counted.',
  },
  signed: {
    title: 'Anybody can check the signature of this code',
    text: 'The stamp’s address carries this site’s Ed25519 signature, which can be checked without a network. It proves that this site issued the code; the stamp can still be copied.',
    how: 'How: turn the 103 characters before /01/ or /T/ from Crockford base32 into 64 bytes; take the key whose kid is the first character of the code; verify the signature over the parts below, with one zero byte between them.',
    parts:
      'ocop signed stamp 1 · GTIN, 14 digits (empty without one) · first character of the code · its other 9 characters',
    keys: 'This site’s public keys (JWKS)',
  },
  opened: 'The code just opened',
  typeAgain: 'Type the code printed on the stamp',
  report: 'Something odd? Report it',
  another: 'Check another code',
  hotline: {
    text: 'If you suspect a fake or have a question about your rights: call the consumer line 1800.6838 (free, in Vietnam), or tell the Department of Industry and Trade where you bought it.',
    number: '18006838',
    call: 'Call 1800.6838',
  },
  tooMany: {
    title: 'Wrong codes are paused',
    text: (minutes) =>
      `Too many codes that are none came from your network, so wrong codes get no answer for about ${minutes} minutes. Right codes still open at once: scan the QR code on the stamp again, or type it slowly, five characters at a time.`,
  },
  form: {
    title: 'Check a stamp',
    description:
      'Type the code printed on an electronic stamp to learn whether this site issued it, which lot it belongs to and who made it.',
    lede: 'Scanning the stamp’s QR code with the phone’s camera is quickest. If that fails, type the code here.',
    label: 'Code printed on the stamp',
    hint: '20 letters and digits below the QR code, in groups of five. Capitals or small letters, with or without dashes; the letter O reads as 0, I and L read as 1. Pasting the whole address works too.',
    gtinLabel: 'Number below the barcode (GTIN)',
    gtinHint: '8 to 14 digits below the barcode on the package. Only needed when this page asks.',
    submit: 'Check',
    errors: {
      empty: 'Type the code printed on the stamp.',
      several:
        'A Vietnamese keyboard changed the code, and more than one code of this site may be what you typed. Compare with the stamp and choose, or turn the Vietnamese keyboard off and type it again.',
      'wrong-length': (n) =>
        `A stamp code has 20 characters; you typed ${n}. See whether a group is missing or doubled; if a Vietnamese keyboard is on, turn it off and type again.`,
      'wrong-letters': (letters, places) =>
        `A stamp code never has this: ${letters}. Look at the stamp again: ${places}.`,
      keyboard: (letters) =>
        `A Vietnamese keyboard changed the code (${letters}). Turn it off, or switch to an English keyboard, and type the code again.`,
      'one-slip': (places) =>
        `The code as typed is no stamp of this site, but very like one that is. Compare with the stamp: ${places}. If the stamp says what you typed, it may be forged.`,
      'wrong-gtin': 'The number below the barcode is not right. Type all digits below the barcode.',
      'other-address':
        'This is not the address of a stamp. A stamp’s address has …/T/ or …/01/…/21/ and then the code.',
      'foreign-address': (host) =>
        `This address is not ours: ${host}. It is no stamp’s address either. Do not open it, type a password or send money there; type the code printed on the stamp.`,
      'need-gtin':
        'This code may be tied to the product’s barcode, which cannot be looked up now. Type the number below the barcode as well, or scan the QR code.',
      'not-issued':
        'Not a stamp of this site: it never issued that code. Compare each group of five again; if it stays so, the stamp may be forged.',
      'no-keys': 'This site runs without the keys that check stamps. Please come back later.',
    },
    place: (n, group) => `character ${n} of group ${group}`,
    typedAs: 'The code as typed, with the doubtful places underlined:',
    whereTitle: 'Where is the code?',
    where: [
      'On the stamp on the lid, the neck or the edge of the package: a black and white QR code with 20 characters below.',
      'The product’s ordinary barcode is not the stamp code: the barcode is the same on every piece, the stamp code differs from piece to piece.',
    ],
    meansTitle: 'What can this page answer?',
    means: [
      'Whether this site issued the code, and whether the stamp is in use, not activated, cancelled or recalled.',
      'Which lot the item belongs to, when and by whom it was made, and its OCOP stars with their decision.',
      'It cannot tell whether what is inside is really that product: a stamp can be copied.',
    ],
    reportTitle: 'Where to report something odd?',
    report: [
      'Open the page of the stamp and choose “Something odd? Report it”. Keep the item and its package, and photograph the stamp and the place of purchase.',
      'Call the producer at the number on the package or in the product’s record.',
      'For suspected fakes or expired goods, tell the market surveillance force or the Department of Industry and Trade where you bought it.',
    ],
  },
};
