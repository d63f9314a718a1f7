/**
 * Style of a widget that is read before the page it stands on. Medusa 2.21 puts every widget below its own
 * parts, whatever its zone says (`before`), until somebody arranges the page by hand; the parts are children of
 * one flex column.
 * @param rank lower ones come first
 */
export const placedFirst = (rank = 1) => ({ order: rank - 10 });
