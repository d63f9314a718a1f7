import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DAL } from '@medusajs/framework/types';
import { MedusaService } from '@medusajs/framework/utils';
import { describe, expect, test } from 'vitest';
import { TraceabilityService } from '../../medusa/src/modules/traceability/service.ts';

type Container = ConstructorParameters<typeof TraceabilityService>[0];

const options = {
  stamps: null,
  siteOrigin: 'https://tem.example.vn',
  ownHosts: ['tem.example.vn'],
  priceJump: 5,
};
const container = { baseRepository: {} as DAL.RepositoryService } as Container;

/** Every name something answers to, its own and inherited. */
function namesOf(thing: object): string[] {
  const own = Object.getOwnPropertyNames(thing);
  const parent = Object.getPrototypeOf(thing) as object | null;
  return parent === null || parent === Object.prototype ? own : [...own, ...namesOf(parent)];
}

async function exportsIn(folder: string): Promise<Record<string, unknown>[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return Promise.all(
    files.map(
      (file) => import(pathToFileURL(path.join(folder, file)).href) as Promise<Record<string, unknown>>,
    ),
  );
}

describe('the service that routes resolve', () => {
  const service = new TraceabilityService(container, options);

  test('has none of the methods Medusa would generate for its tables', async () => {
    const models = Object.assign(
      {},
      ...(await exportsIn('medusa/src/modules/traceability/models')),
    ) as Parameters<typeof MedusaService>[0];
    const generated = namesOf(MedusaService(models).prototype as object).filter((name) =>
      /^(create|update|delete|softDelete|restore|upsert)[A-Z]/.test(name),
    );
    expect(generated).toEqual(
      expect.arrayContaining(['createLots', 'softDeleteRecalls', 'updateAuditLogEntries']),
    );

    const reachable = [service, ...Object.values(service)].flatMap((one: unknown) =>
      typeof one === 'object' && one !== null ? namesOf(one) : [],
    );
    expect(reachable).toEqual(expect.arrayContaining(['lots', 'register', 'announce']));
    expect(generated.filter((name) => reachable.includes(name))).toEqual([]);
  });

  test('offers its tables neither to the query engine nor to links between modules', () => {
    const joiner = service.__joinerConfig();
    expect(joiner.alias).toEqual([]);
    expect(joiner.linkableKeys).toEqual({});
  });

  test('does not start without its options', () => {
    expect(() => new TraceabilityService(container, undefined)).toThrow('has no options');
  });
});

test('what is erased every night is erased at night in Vietnam', async () => {
  const configs = (await exportsIn('medusa/src/jobs')).map(
    ({ config }) => config as { name: string; schedule: string },
  );
  const nightly = configs.filter(({ schedule }) => /^\d+ \d+ \* \* \*$/.test(schedule));
  expect(nightly.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['erase-expired-reports', 'erase-expired-scans', 'erase-sent-events']),
  );
  for (const { name, schedule } of nightly) {
    const [minute, hour] = schedule.split(' ').map(Number);
    // The schedule is read in UTC; Vietnam is seven hours ahead, all year.
    const inVietnam = (((hour ?? NaN) + 7) % 24) + (minute ?? NaN) / 60;
    expect(inVietnam, name).toBeGreaterThanOrEqual(1);
    expect(inVietnam, name).toBeLessThan(5);
  }
});
