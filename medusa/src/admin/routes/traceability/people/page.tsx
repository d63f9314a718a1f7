import { defineRouteConfig } from '@medusajs/admin-sdk';
import type { MemberOnList, PeopleList } from '@ocop/contract/people';
import { useMessages } from '../../../i18n/messages.ts';
import { ChangeGrants, Disable, Invite, InviteAgain, PEOPLE } from '../../../people/member-actions.tsx';
import { Listing } from '../../../screen/listing.tsx';
import { QueryResult } from '../../../screen/query-result.tsx';
import { Nothing, Screen, Section } from '../../../screen/screen.tsx';
import { useStaffNames } from '../../../server/staff-names.ts';
import { useServerQuery } from '../../../server/use-admin-api.ts';

export const config = defineRouteConfig({
  label: 'menu.people',
  translationNs: 'traceability',
  rank: 10,
});

/** Who may sign in on the site by invitation, what each may do, and who changed it. */
export default function PeoplePage() {
  const { people } = useMessages();
  const query = useServerQuery<PeopleList>(PEOPLE);
  const producers = query.data?.producers ?? [];
  return (
    <Screen title={people.title} intro={people.intro} actions={<Invite producers={producers} />}>
      <QueryResult of={query}>
        {(list) => (
          <>
            <Section title={people.members}>
              {list.members.length === 0 ? <Nothing>{people.empty}</Nothing> : <Members list={list} />}
            </Section>
            <Changes changes={list.changes} />
          </>
        )}
      </QueryResult>
    </Screen>
  );
}

function Members({ list }: { list: PeopleList }) {
  const { people, figures, page } = useMessages();
  const loginOf = ({ login, disabledAt, invitedUntil }: MemberOnList) =>
    [
      login ?? people.notAccepted,
      disabledAt !== null && people.closed(figures.moment(disabledAt)),
      invitedUntil !== null && people.invitedUntil(figures.moment(invitedUntil)),
    ].filter(Boolean);
  return (
    <Listing
      name={people.members}
      rows={list.members}
      keyOf={({ id }) => id}
      columns={[
        { head: people.name, cell: ({ name }) => name },
        {
          head: people.login,
          cell: (member) => loginOf(member).map((line) => <div key={String(line)}>{line}</div>),
        },
        {
          head: people.grants,
          cell: ({ grants }) =>
            grants.length === 0
              ? people.noGrants
              : grants.map(({ role, producerId, producerName }) => (
                  <div key={`${producerId} ${role}`}>{`${producerName}: ${people.roles[role]}`}</div>
                )),
        },
        {
          head: people.lastSeen,
          short: true,
          cell: ({ lastSeenAt }) => (lastSeenAt === null ? page.none : figures.moment(lastSeenAt)),
        },
        {
          head: '',
          cell: (member) => (
            <div className="flex flex-wrap justify-end gap-2">
              {member.disabledAt === null && <InviteAgain member={member} />}
              <ChangeGrants member={member} producers={list.producers} />
              <Disable member={member} />
            </div>
          ),
        },
      ]}
    />
  );
}

function Changes({ changes }: Pick<PeopleList, 'changes'>) {
  const { people, page, figures } = useMessages();
  const nameOf = useStaffNames();
  const whoOf = (by: string) => {
    if (by.startsWith('prsn_')) return people.self;
    return by.startsWith('apk_') ? page.auditLog.program : nameOf(by);
  };
  return (
    <Section title={people.changes}>
      {changes.length === 0 ? (
        <Nothing>{people.noChanges}</Nothing>
      ) : (
        <Listing
          name={people.changes}
          rows={changes}
          keyOf={({ at, name, what }) => `${at} ${name} ${what}`}
          columns={[
            { head: page.auditLog.when, short: true, cell: ({ at }) => figures.moment(at) },
            { head: page.auditLog.what, cell: ({ name, what }) => `${name}: ${people.what[what]}` },
            { head: people.note, cell: ({ note }) => note ?? '' },
            { head: page.auditLog.who, cell: ({ by }) => whoOf(by) },
          ]}
        />
      )}
    </Section>
  );
}
