import type { scanner as vi } from '../vi/scanner.ts';

export const scanner: typeof vi = {
  label: 'Read a stamp with this device',
  camera: 'Scan with the camera',
  next: 'Scan another stamp',
  photo: 'Choose a photo of the stamp',
  local: 'Your device reads the picture by itself. No picture is sent anywhere.',
  noScript:
    'This browser does not run JavaScript, so nothing can be scanned here. Typing the code below still works, and so does your phone’s own camera.',
  starting: 'Opening the camera… If your device asks, please allow it.',
  aim: 'Bring the QR code of the stamp to the middle of the frame. A hand’s width away, in good light.',
  viewfinder: 'Picture from the camera',
  stop: 'Stop scanning',
  torch: 'Light on',
  torchOff: 'Light off',
  readingPhoto: 'Reading the photo…',
  opening: { title: 'The code was read', text: 'Opening the page of the stamp…' },
  openNow: 'Open this page',
  foreign: {
    title: 'Not a stamp of this site',
    before: 'This QR code leads to',
    text: 'That is not this site’s domain, so we do not open it and can say nothing about the item. Read the domain with care: stickers put over a stamp and forged stamps often use a name that looks alike.',
    here: 'Ask this site about that code',
  },
  noAddress: {
    title: 'This QR code is no stamp',
    text: 'It holds no web address, only words:',
  },
  none: {
    title: 'No QR code seen in the photo',
    text: 'Go closer, face the stamp, and see that there is light and no glare. Or type the code printed under the QR code.',
  },
  several: {
    title: 'There are several stamps in the photo',
    text: (count) =>
      `${count} stamps were read. Please take a photo of each by itself, so that the answer is about one item.`,
  },
  notPicture: {
    title: 'This picture cannot be opened',
    text: 'The file may be damaged, or of a kind this browser cannot read. Choose a JPEG or PNG, or scan with the camera.',
  },
  noReader: {
    title: 'The reader could not be loaded',
    text: 'The network broke off while it was loading. Try again with a network, or type the code printed on the stamp.',
  },
  cameraTroubles: {
    refused: {
      title: 'The camera is not allowed',
      text: 'You or the device chose not to allow it. Tap the icon beside the address, allow the camera and scan again; or choose a photo, or type the code.',
    },
    absent: {
      title: 'No camera was found',
      text: 'This device has no camera that can be used. Choose a photo of the stamp, or type the code.',
    },
    busy: {
      title: 'The camera is busy',
      text: 'Another app is using the camera. Close that app and scan again.',
    },
    insecure: {
      title: 'The camera opens on https pages only',
      text: 'This page came over an address that is not encrypted, so the browser keeps the camera shut. Choose a photo of the stamp, or type the code.',
    },
    unsupported: {
      title: 'This browser cannot open the camera',
      text: 'Open the page in Chrome, Safari or Firefox; or choose a photo of the stamp, or type the code.',
    },
    failed: {
      title: 'The camera could not be opened',
      text: 'Something went wrong in the device. Try again, or choose a photo of the stamp, or type the code.',
    },
  },
  offline: {
    banner:
      'There is no network. This device still reads stamps; what has to be asked of the site waits in the list below.',
    signed: {
      title: 'The signature is valid',
      text: (seen) =>
        `The code carries this site’s own signature. Status as of ${seen}, when this device kept the keys: whether the stamp was cancelled or the lot recalled or out of date is not known here, and will be asked when there is a network. The signature is about the stamp, not about what is inside.`,
    },
    cutOff: {
      title: 'The signature is valid, but its key has leaked',
      text: (seen) =>
        `As of ${seen}, the key behind this stamp has leaked, so that others can sign with it too. Only the site knows whether this stamp is still good; ask again when there is a network.`,
    },
    forged: {
      title: 'The signature is wrong',
      text: (seen) =>
        `Compared with this site’s keys kept at ${seen}, the signature in this code is not right. The stamp may be forged, or was misread: please scan it once more.`,
    },
    'unknown-key': {
      title: 'The signature could not be checked',
      text: (seen) =>
        `The stamp uses a key this device does not have; its keys are of ${seen}. The stamp is kept, to be asked about when there is a network.`,
    },
    'no-keys': {
      title: 'The signature could not be checked',
      text: 'This device has not kept this site’s keys yet. The stamp is kept, to be asked about when there is a network; open this page once with a network to keep the keys.',
    },
    unsigned: {
      title: 'This stamp needs the network',
      text: 'Stamps of this kind cannot be checked without a network. The stamp is kept, to be asked about when there is one.',
    },
    'no-code': {
      title: 'This is no stamp of this site',
      text: 'The address is written like a stamp’s, but what stands in it has not the form of any code. The stamp may be false, or was misread: please scan it once more.',
    },
    page: {
      title: 'This page needs the network',
      text: 'The QR code leads to another page of ours, not to a stamp. Open it again when there is a network.',
    },
    typed: {
      title: 'A typed code needs the network',
      text: 'The code has its 20 characters and is kept, to be asked about when there is a network.',
    },
    keyboard: {
      title: 'A Vietnamese keyboard changed the code',
      text: (letters) =>
        `The code holds ${letters}. Better turn the Vietnamese keyboard off and type it again; what you typed is kept too, and with a network this site tries to read it.`,
    },
    odd: {
      title: 'The typed code is not right yet',
      text: (length) =>
        `A stamp code has 20 letters and digits; you typed ${length} characters, or some that are in no code. Please check each group of five.`,
    },
  },
  signedTyped: {
    title: 'A code of 10 characters is checked by scanning',
    text: 'Stamps of this kind carry their signature in the QR code; the 10 characters below it are only for people to read to each other. Scan the QR code, or choose a photo of the stamp.',
  },
  code: 'Stamp code',
  queue: {
    title: 'Stamps read without a network',
    about:
      'The list is on this device and holds at most 200 stamps. With a network, the device asks the site about each; every question counts as a scan.',
    notKept: 'This browser keeps nothing on the device: the list is lost when the page is closed.',
    signature: 'Signature valid, status still to be asked',
    nothing: 'Not checked yet, waiting for a network',
    asking: 'Asking…',
    askNow: 'Ask the site now',
    later: (count) =>
      `${count} of the stamps could not be asked about: there is no network, or the site is busy. They will be asked again when there is a network.`,
    done: 'All have been asked about.',
    readAt: 'read',
    askedAt: 'asked',
    remove: 'Remove',
    removeOf: (code) => `Remove ${code} from the list`,
    clear: 'Clear the whole list',
  },
  install: {
    title: 'Use it without a network',
    lines: [
      'Open this page once with a network; from then on it opens where there is none. To open it like an app, choose “Add to Home screen” in the browser.',
      'Without a network, a stamp that carries its signature in the QR code is checked against the public keys kept here; other stamps are kept on the device and asked about when there is a network.',
    ],
  },
};
