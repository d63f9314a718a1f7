/** The rules that the official JSON schema does not know, and the shape it does. */
export type Rule =
  | 'shape'
  | 'schema-version'
  | 'gtin-check-digit'
  | 'sscc-check-digit'
  | 'gln-check-digit'
  | 'class-as-instance'
  | 'serial-too-long'
  | 'ai-order'
  | 'time-in-the-future'
  | 'duplicate-event-id'
  | 'shipped-before-commissioned'
  | 'nothing-named'
  | 'step-and-disposition'
  | 'negative-quantity'
  | 'identifier';

/** Why a document is refused: which event, which field, which rule, and what to do in words. */
export interface Problem {
  /** Place in the list of events, from 1; null where the document itself is at fault. */
  event: number | null;
  eventID: string | null;
  /** As in 'epcList[0]', below the event or the document. */
  field: string;
  rule: Rule;
  message: string;
  /** Of goods shipped before they were made: when each was, ISO 8601. */
  times?: { made: string; shipped: string };
}
