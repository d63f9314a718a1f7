import { sheetStepRoute } from '../sheet-step.ts';

export const POST = sheetStepRoute('print');
