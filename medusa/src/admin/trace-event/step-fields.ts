import type { EntryField, TypedStep } from '@ocop/rules/epcis/step-entry';

/** The steps staff type, in the order of a lot's life. */
export const typedSteps: readonly TypedStep[] = [
  'harvest',
  'collection',
  'test',
  'processing',
  'packing',
  'shipping',
  'receiving',
  'retail-sale',
];

export interface StepField {
  field: EntryField;
  required: boolean;
}

const optional = (field: EntryField): StepField => ({ field, required: false });
const required = (field: EntryField): StepField => ({ field, required: true });

const own: Record<TypedStep, readonly StepField[]> = {
  harvest: [required('rawLot'), optional('quantity'), optional('unit')],
  collection: [required('rawLot'), optional('quantity'), optional('unit')],
  test: [required('result')],
  processing: [required('rawLot'), optional('quantity'), optional('unit')],
  packing: [required('container'), optional('quantity'), optional('unit')],
  shipping: [
    required('otherProvince'),
    optional('otherGln'),
    optional('quantity'),
    optional('unit'),
    optional('overReason'),
  ],
  receiving: [optional('otherProvince'), optional('otherGln'), optional('quantity'), optional('unit')],
  'retail-sale': [optional('quantity'), optional('unit')],
};

/** The fields the form shows for a step, beside the lot and the step: when and where come first. */
export function fieldsOf(step: TypedStep): readonly StepField[] {
  return [required('at'), optional('province'), optional('gln'), ...own[step]];
}
