import { loadUnitTable, loadUnits } from '../../record/units.ts';
import { formerProvinces } from './delivery-place.ts';

/** One choice of the province field. `former` names the old provinces it took in on 1/7/2025. */
export interface ProvinceChoice {
  code: string;
  name: string;
  former: string[];
}

let choices: Promise<ProvinceChoice[]> | undefined;

async function makeChoices(): Promise<ProvinceChoice[]> {
  const [{ provinces }, table] = await Promise.all([loadUnits(), loadUnitTable()]);
  const former = formerProvinces(table);
  return [...provinces.values()]
    .map(({ code, name }) => ({ code, name, former: former.get(code) ?? [] }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Today's 34 provinces by name, made once a process. */
export function provinceChoices(): Promise<ProvinceChoice[]> {
  choices ??= makeChoices().catch((error: unknown) => {
    choices = undefined;
    throw error;
  });
  return choices;
}
