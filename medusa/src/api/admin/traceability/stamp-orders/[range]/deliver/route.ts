import { sheetStepRoute } from '../sheet-step.ts';

export const POST = sheetStepRoute('deliver');
