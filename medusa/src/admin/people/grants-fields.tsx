import type { ProducerGrant } from '@ocop/contract/people';
import { isRole, roles } from '@ocop/rules/people/actor';
import { Button } from '@medusajs/ui';
import { useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { ChoiceField } from '../screen/field.tsx';
import type { TypedIn } from '../screen/form.tsx';

export interface KnownProducer {
  id: string;
  name: string;
}

const roleNames = Object.keys(roles).filter(isRole);

/** Which producers somebody works for, and what she may do there; read by {@link grantsTyped}. */
export function GrantsFields(props: {
  producers: readonly KnownProducer[];
  grants: readonly ProducerGrant[];
  problem?: string | undefined;
}) {
  const { people } = useMessages();
  const [count, setCount] = useState(Math.max(1, props.grants.length));
  // A producer that no product names any more can be kept.
  const known = new Map(props.producers.map(({ id, name }) => [id, name]));
  for (const { producerId, producerName } of props.grants) known.set(producerId, producerName);
  const choices = [['', '—'] as const, ...known];
  return (
    <div className="flex flex-col gap-y-3">
      {Array.from({ length: count }, (_, at) => (
        <div key={at} className="grid grid-cols-1 gap-2 sm:grid-cols-2">
          <ChoiceField
            label={people.producer}
            name={`producer-${at}`}
            choices={choices}
            defaultValue={props.grants[at]?.producerId ?? ''}
            hint={at === 0 ? people.producerHint : undefined}
            problem={at === 0 ? props.problem : undefined}
          />
          <ChoiceField
            label={people.role}
            name={`role-${at}`}
            choices={roleNames.map((role) => [role, people.roles[role]] as const)}
            defaultValue={props.grants[at]?.role ?? 'producer-packer'}
          />
        </div>
      ))}
      {count < 20 && (
        <div>
          <Button type="button" size="small" variant="secondary" onClick={() => setCount(count + 1)}>
            {people.addGrant}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The grants as they were chosen; a line without a producer is none. */
export function grantsTyped(
  typed: TypedIn,
  producers: readonly KnownProducer[],
  before: readonly ProducerGrant[],
): ProducerGrant[] {
  const names = new Map([
    ...before.map(({ producerId, producerName }) => [producerId, producerName] as const),
    ...producers.map(({ id, name }) => [id, name] as const),
  ]);
  return Array.from({ length: 20 }, (_, at) => at).flatMap((at) => {
    const producerId = typed(`producer-${at}`);
    const role = typed(`role-${at}`);
    const producerName = names.get(producerId);
    return producerName !== undefined && isRole(role) ? [{ role, producerId, producerName }] : [];
  });
}
