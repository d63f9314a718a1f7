import type { print as vi } from '../vi/print.ts';

/** English of `vi/print.ts`. */
export const print: typeof vi = {
  stars: 'Stars',
  until: 'Good through',
  noDecision: 'None in force',
  part: (page: number, of: number) =>
    `The list is longer than one printout: this is page ${page} of ${of} of the list.`,
  note: (date: string) =>
    `Stars and decisions as of ${date}. Only stars with a decision in force and a source that can be checked.`,
  printedOn: (date: string) => `Printed ${date}`,
  page: 'Page',
};
