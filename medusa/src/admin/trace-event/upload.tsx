import { Text } from '@medusajs/ui';
import { useId, useState, type ReactNode } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { Field } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { sendFile, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { Problems } from './problems.tsx';

/** Uploads a file of events, all of them or none. */
export function Upload(props: {
  /** Below the routes of events. */
  to: '' | '/table';
  accept: string;
  hint: string;
  children?: ReactNode;
}) {
  const { events } = useMessages();
  const [missing, setMissing] = useState(false);
  const hint = useId();
  const upload = useChange(
    (file: File) => sendFile<{ stored: number }>(`${TRACEABILITY}/events${props.to}`, file),
    { quiet: true, said: ({ stored }) => events.stored(stored) },
  );
  const problems = upload.error?.problems ?? [];
  return (
    <Form
      submit={events.upload}
      busy={upload.isPending}
      refusal={problems.length === 0 ? upload.error : null}
      problems={missing ? 1 : 0}
      onSubmit={(_typed, form) => {
        const file = form.get('file');
        const chosen = file instanceof File && file.size > 0 ? file : null;
        setMissing(chosen === null);
        if (chosen) upload.mutate(chosen);
      }}
    >
      <Text id={hint} size="small" className="text-ui-fg-subtle max-w-prose">
        {props.hint}
      </Text>
      {props.children}
      <Field label={events.file} name="file" required problem={missing ? events.fileMissing : undefined}>
        {(bound) => <input {...bound} type="file" accept={props.accept} className="txt-compact-small" />}
      </Field>
      <Problems problems={problems} />
    </Form>
  );
}
