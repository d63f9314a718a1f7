import type { InvitationMade, MemberOnList } from '@ocop/contract/people';
import { Text } from '@medusajs/ui';
import { useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { TextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { NotedForm } from '../screen/noted-form.tsx';
import { ask } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { GrantsFields, grantsTyped, type KnownProducer } from './grants-fields.tsx';
import { InvitationCode } from './invitation.tsx';

/** Where people are kept. */
export const PEOPLE = '/admin/people';

interface Of {
  member: MemberOnList;
  close: () => void;
}

/** Invites somebody, and shows the code once. */
export function Invite({ producers }: { producers: readonly KnownProducer[] }) {
  const { people } = useMessages();
  return (
    <ButtonDrawer button={people.invite} title={people.invite} variant="primary">
      {(close) => <InviteForm producers={producers} close={close} />}
    </ButtonDrawer>
  );
}

function InviteForm({ producers, close }: { producers: readonly KnownProducer[]; close: () => void }) {
  const { people } = useMessages();
  const [wrong, setWrong] = useState({ name: false, producer: false });
  const [name, setName] = useState('');
  const invite = useChange((body: object) => ask<InvitationMade>(PEOPLE, body), { quiet: true });
  if (invite.data) return <InvitationCode made={invite.data} name={name} close={close} />;
  return (
    <Form
      submit={people.invite}
      busy={invite.isPending}
      problems={Number(wrong.name) + Number(wrong.producer)}
      refusal={invite.error}
      onCancel={close}
      onSubmit={(typed) => {
        const grants = grantsTyped(typed, producers, []);
        const found = { name: typed('name').length < 2, producer: grants.length === 0 };
        setWrong(found);
        setName(typed('name'));
        if (!found.name && !found.producer) invite.mutate({ name: typed('name'), grants });
      }}
    >
      <TextField
        label={people.name}
        name="name"
        required
        maxLength={100}
        problem={wrong.name ? people.nameProblem : undefined}
      />
      <GrantsFields
        producers={producers}
        grants={[]}
        problem={wrong.producer ? people.producerProblem : undefined}
      />
    </Form>
  );
}

/** A new code for whoever lost the first one, or the password. */
export function InviteAgain({ member }: { member: MemberOnList }) {
  const { people } = useMessages();
  return (
    <ButtonDrawer button={people.inviteAgain} title={`${people.inviteAgain}: ${member.name}`}>
      {(close) => <InviteAgainForm member={member} close={close} />}
    </ButtonDrawer>
  );
}

function InviteAgainForm({ member, close }: Of) {
  const { people } = useMessages();
  const at = `${PEOPLE}/${encodeURIComponent(member.id)}/invitation`;
  const invite = useChange(() => ask<InvitationMade>(at, {}), { quiet: true });
  if (invite.data) return <InvitationCode made={invite.data} name={member.name} close={close} />;
  return (
    <Form
      submit={people.inviteAgain}
      busy={invite.isPending}
      refusal={invite.error}
      onCancel={close}
      onSubmit={() => invite.mutate(undefined)}
    >
      <Text size="small">{people.inviteAgainText(member.name)}</Text>
    </Form>
  );
}

/** Other grants, with the reason. */
export function ChangeGrants(props: { member: MemberOnList; producers: readonly KnownProducer[] }) {
  const { people } = useMessages();
  return (
    <ButtonDrawer button={people.changeGrants} title={`${people.changeGrants}: ${props.member.name}`}>
      {(close) => <GrantsForm {...props} close={close} />}
    </ButtonDrawer>
  );
}

function GrantsForm({ member, producers, close }: Of & { producers: readonly KnownProducer[] }) {
  const { people } = useMessages();
  const at = `${PEOPLE}/${encodeURIComponent(member.id)}/grants`;
  const change = useChange((body: object) => ask(at, body), { said: people.saved, quiet: true, done: close });
  return (
    <NotedForm
      act={change}
      submit={people.changeGrants}
      note={{ label: people.note, hint: people.noteHint }}
      of={(note, typed) => ({ send: { grants: grantsTyped(typed, producers, member.grants), note } })}
      close={close}
    >
      <Text size="small">{people.keepGrants}</Text>
      <GrantsFields producers={producers} grants={member.grants} />
    </NotedForm>
  );
}

/** Closes an account, or opens it again. */
export function Disable({ member }: { member: MemberOnList }) {
  const { people } = useMessages();
  const button = member.disabledAt === null ? people.disable : people.enable;
  return (
    <ButtonDrawer button={button} title={`${button}: ${member.name}`}>
      {(close) => <DisableForm member={member} close={close} />}
    </ButtonDrawer>
  );
}

function DisableForm({ member, close }: Of) {
  const { people } = useMessages();
  const disabled = member.disabledAt === null;
  const at = `${PEOPLE}/${encodeURIComponent(member.id)}/disabled`;
  const change = useChange((body: object) => ask(at, body), { said: people.saved, quiet: true, done: close });
  return (
    <NotedForm
      act={change}
      submit={disabled ? people.disable : people.enable}
      danger={disabled}
      note={{ label: people.note, hint: people.noteHint }}
      of={(note) => ({ send: { disabled, note } })}
      close={close}
    >
      <Text size="small">{(disabled ? people.disableText : people.enableText)(member.name)}</Text>
    </NotedForm>
  );
}
