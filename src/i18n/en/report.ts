import type { report as vi } from '../vi/report.ts';

export const report: typeof vi = {
  title: 'Report a doubt',
  description: 'Something odd about a stamp or the goods? Tell us, with a photo if you have one.',
  lede: 'The stamp looks copied, the goods differ from the page, a label is stuck over another? Please tell us. No account is needed.',
  code: 'Code on the stamp',
  codeHint: 'The letters and digits printed beside the square. A code that is not ours may be reported too.',
  foreignAddress: (host) =>
    `This address is not ours: ${host}. Do not open it, type a password or send money there. Do send the report: whoever looks into it will see that domain.`,
  reasonTitle: 'What is odd?',
  reasons: {
    'looks-copied': 'The stamp looks copied',
    'other-goods': 'The goods are not the product on the page',
    'label-differs': 'The label was altered, stuck over, or differs from the photo',
    opened: 'The pack or the stamp was opened or peeled off',
    'bad-quality': 'The goods are spoilt or poor',
    other: 'Something else',
  },
  words: 'Tell us more (optional)',
  wordsHint: 'Where and when you bought it, what struck you. 1,000 characters at most.',
  photo: 'One photo (optional)',
  photoHint:
    'JPEG, PNG or WebP, 6 MB at most. We make it smaller and remove everything the phone wrote beside the picture, such as the place. Only those who handle the report see it.',
  contact: 'Phone or e-mail (optional)',
  contactHint: (days) =>
    `Used only to answer you about this. Photo and contact are erased after ${days} days.`,
  trap: 'Leave this field empty',
  submit: 'Send the report',
  once: 'Once is enough. Should you press twice, it is still one report.',
  danger:
    'If you feel unwell after eating or drinking it, call 115 or see a doctor first and report afterwards.',
  privacyLink: 'Privacy',
  errorsTitle: (n) => (n === 1 ? 'One thing to correct' : `${n} things to correct`),
  errorsText: 'The report was not sent. What you wrote is still below.',
  photoAgain: 'If you had a photo, choose it again: browsers do not keep it.',
  errors: {
    code: 'Write the code on the stamp. If the stamp has none, write “none”.',
    reason: 'Choose the line that comes closest to what you saw.',
    words: 'This is longer than 1,000 characters. Please shorten it.',
    contact:
      'Write one Vietnamese phone number (mobile 10 digits, land line 11) or one e-mail address, at most 120 characters, such as 0912 345 678 or name@example.com. It may stay empty.',
    trap: 'The last field must stay empty; your browser may have filled it in. We have emptied it, please send again.',
  },
  photoErrors: {
    'too-large':
      'The photo is larger than 6 MB, so nothing was sent. Choose a smaller one, or send a screenshot of it.',
    heic: 'HEIC photos of iPhones cannot be read here. Take a screenshot of the photo and send that, or set Settings → Camera → Formats → Most Compatible and take it again.',
    'not-a-photo': 'This file is no JPEG, PNG or WebP picture. Choose another one.',
    unreadable: 'This picture is damaged or too large to open. Choose another one or take it again.',
  },
  outcome: {
    'too-large':
      'The report was not sent: it was too large or broke off on the way, so it has to be written again. Choose a photo below 6 MB, or send it without one.',
    'not-taken':
      'The report could not be taken down because the system does not answer. What you wrote is still here; send it again in a few minutes. It will not become two reports.',
    'too-many': (minutes) =>
      `The report was not taken: there were too many from this network just now. What you wrote is still here; send it again in ${minutes} minutes, or use another network.`,
    busy: 'The report was not sent: several photos are waiting to be worked on. What you wrote is still here; send it again in half a minute, or without the photo.',
  },
  taken: {
    title: 'We have your report',
    number: (n) => `Report number ${n}`,
    text: 'Thank you. It is on file and somebody will look into it. Keep the number if you want to ask about it.',
    next: [
      'Keep the goods, the stamp and the receipt if you still have them.',
      'If you left a contact, we use it only to answer you about this.',
      'If you think the goods are counterfeit, you may also tell the market surveillance office where you bought them.',
    ],
    unknown: 'This page is shown after a report was sent. You have not sent one from here.',
    again: 'Report another stamp',
  },
};
