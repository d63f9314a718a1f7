import { useNavigate } from 'react-router-dom';
import { useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { TextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { paths } from '../screen/paths.ts';

/** A field for a code or for the whole address in a QR, as a scanner types it. */
export function LookUp() {
  const { stamps, page } = useMessages();
  const navigate = useNavigate();
  const [empty, setEmpty] = useState(false);
  return (
    <Form
      submit={stamps.look}
      problems={empty ? 1 : 0}
      onSubmit={(typed) => {
        const code = typed('code');
        setEmpty(code === '');
        if (code !== '') void navigate(paths.stamp(code));
      }}
    >
      <TextField
        label={stamps.label}
        name="code"
        required
        hint={stamps.hint}
        problem={empty ? page.required : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </Form>
  );
}
