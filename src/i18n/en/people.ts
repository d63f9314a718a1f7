import type { people as vi } from '../vi/people.ts';

const minutes = (n: number) => (n === 0 ? 'a few minutes' : n === 1 ? 'a minute' : `${n} minutes`);

export const people: typeof vi = {
  signIn: {
    title: 'Sign in',
    description: 'Sign in to see earlier orders and order again, or to pack the orders of your own workshop.',
    lede: 'Nobody needs an account to buy. Sign in to see earlier orders, to order again, or to pack the orders of your own workshop.',
    byLink: 'Buyers: by e-mail',
    byLinkText:
      'Type the address you ordered with. We send a link to it; opening the link signs you in, without a password.',
    email: 'E-mail address',
    sendLink: 'Send me a link',
    byPassword: 'Producers: by password',
    login: 'Login or e-mail address',
    password: 'Password',
    submit: 'Sign in',
    forgotten:
      'Forgot the password? If your login is an e-mail address, ask for a link above and set a new one. Without e-mail, call the shop for a new code.',
    haveCode: 'Have a code on paper?',
    haveCodeLink: 'Type the code',
    news: {
      sent: () =>
        'If mail reaches that address, a link is on its way. Open it within 15 minutes; if it is not there, look among the junk mail.',
      email: () => 'Type an e-mail address, for example name@example.vn.',
      refused: () =>
        'You are not signed in. The login or the password is not right, or the link was used or is older than 15 minutes. Type it again, or ask for a new link.',
      limited: (n) => `Too many attempts. Try again in ${minutes(n)}.`,
      busy: () =>
        'Too many people are signing in right now. No password was tried; press again in half a minute.',
      unreachable: () => 'The shop’s server is away, so nobody can sign in. Press again in a few minutes.',
    },
    linkTitle: 'Sign in by the link',
    linkText: 'Press the button to sign in. The link works once, within 15 minutes of being sent.',
    linkSubmit: 'Sign in',
  },
  invitation: {
    title: 'Accept an invitation',
    description: 'Accept the shop’s invitation to pack the orders of your own workshop.',
    lede: 'The shop gave you a slip of paper with a code of 16 letters and digits. Type it here.',
    code: 'Code',
    codeHint: 'Capitals or not, with hyphens or without.',
    next: 'Go on',
    hello: (name) => `Welcome, ${name}.`,
    forProducers: (names) => `You will see and pack the orders of: ${names}.`,
    login: 'Your login',
    loginHint:
      'An e-mail address, or a name of your own of 4 letters or more, such as “ba tu”. No telephone number. With an e-mail address you can set a forgotten password anew yourself.',
    loginKept: (login) => `Your login stays ${login}.`,
    password: 'New password',
    passwordHint: '12 characters or more. Several words, like a sentence, are easily kept.',
    repeat: 'The password once more',
    submit: 'Accept',
    closed: 'This code opens nothing',
    closedText:
      'The code is not right, was used, or is older than 14 days. Compare it with the paper; if it still does not work, call the shop for a new one.',
    otherCode: 'Type another code',
    news: {
      code: () =>
        'That is no code: it has 16 letters and digits, none of them O, I, L, 0 or 1. Compare each.',
      refused: () => 'This code opens nothing any more. Call the shop for a new one.',
      limited: (n) => `Too many attempts. Try again in ${minutes(n)}.`,
      busy: () => 'Too many people at once. Nothing was changed; press again in half a minute.',
      unreachable: () => 'The shop’s server is away. Your code is still good; press again in a few minutes.',
      login: () => 'A login has 4 to 40 characters with a letter among them, or is an e-mail address.',
      password: () => 'A password has 12 to 200 characters.',
      taken: () =>
        'Somebody has this login already. Choose another, with the name of your commune for example.',
      repeat: () => 'The two passwords are not the same. Type both again.',
    },
  },
  account: {
    title: 'Account',
    description: 'Earlier orders, ordering again, password, signing out.',
    signedInAs: (login) => `Signed in as ${login}.`,
    toDesk: 'To the packing desk',
    orders: 'Earlier orders',
    noOrders:
      'No order was placed with this address yet. An order without e-mail is found by its code and telephone number.',
    order: (code) => `Order ${code}`,
    canceled: 'cancelled',
    see: 'See the order',
    again: 'Order again',
    password: 'Change the password',
    setPassword: 'Set a password',
    current: 'Present password',
    next: 'New password',
    passwordHint: '12 characters or more. Other devices have to sign in again afterwards.',
    repeat: 'The new password once more',
    submit: 'Save the password',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out on every device',
    unreachable:
      'The shop’s server is away, so the account cannot be shown. Load the page again in a few minutes.',
    news: {
      changed: () => 'The password was changed. Other devices have to sign in again.',
      'wrong-current': () => 'The present password is not right. Nothing was changed.',
      password: () => 'A new password has 12 to 200 characters. Nothing was changed.',
      repeat: () => 'The two new passwords are not the same. Nothing was changed.',
      limited: (n) => `Too many attempts. Try again in ${minutes(n)}.`,
      busy: () => 'Too many people at once. Nothing was changed; press again in half a minute.',
      unreachable: () => 'The shop’s server is away, so nothing was changed. Press again in a few minutes.',
      'unknown-order': () => 'There is no such order in this account.',
    },
  },
};
