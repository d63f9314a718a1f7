import type { ReactNode } from 'react';
import { useMessages } from '../i18n/messages.ts';

/** Names and values in two columns, one below the other on a narrow screen; null says there is none. */
export function Facts(props: { of: readonly (readonly [name: string, value: ReactNode])[] }) {
  const messages = useMessages();
  return (
    <dl className="grid grid-cols-1 gap-x-6 px-6 py-3 sm:grid-cols-2">
      {props.of.map(([name, value]) => (
        <div key={name} className="grid grid-cols-2 gap-x-4 py-1.5">
          <dt className="txt-compact-small-plus text-ui-fg-subtle">{name}</dt>
          <dd className="txt-compact-small break-words">
            {value === null || value === '' ? (
              <span className="text-ui-fg-subtle">{messages.page.none}</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
