import { defineRouteConfig } from '@medusajs/admin-sdk';
import { Button } from '@medusajs/ui';
import { Link } from 'react-router-dom';
import type { RecallRead } from '../../../../modules/traceability/recalls/recall.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { RecallList } from '../../../recall/recall-list.tsx';
import { QueryResult } from '../../../screen/query-result.tsx';
import { Choices, useFilter } from '../../../screen/filter.tsx';
import { PAGE_ROWS, Pages, useOffset } from '../../../screen/listing.tsx';
import { paths } from '../../../screen/paths.ts';
import { Nothing, Screen, Section } from '../../../screen/screen.tsx';
import { withQuery } from '../../../server/ask.ts';
import { useAdminQuery } from '../../../server/use-admin-api.ts';

export const config = defineRouteConfig({
  label: 'menu.recalls',
  translationNs: 'traceability',
  rank: 6,
});

export default function RecallsPage() {
  const { recalls, page, lots } = useMessages();
  const [open, choose] = useFilter('open');
  const offset = useOffset();
  const query = useAdminQuery<{ recalls: RecallRead[]; count: number }>(
    withQuery('/recalls', { open, limit: PAGE_ROWS, offset }),
  );
  const filter = (
    <Choices
      label={lots.state}
      value={open}
      onChoose={choose}
      choices={[
        ['', page.all],
        ['true', recalls.open],
      ]}
    />
  );
  return (
    <Screen
      title={recalls.title}
      actions={
        <Button asChild size="small" variant="danger">
          <Link to={paths.newRecall()}>{recalls.announce}</Link>
        </Button>
      }
    >
      <QueryResult of={query}>
        {(answer) => (
          <Section actions={filter}>
            {answer.recalls.length === 0 ? (
              <Nothing>{recalls.empty}</Nothing>
            ) : (
              <RecallList recalls={answer.recalls} />
            )}
            <Pages count={answer.count} />
          </Section>
        )}
      </QueryResult>
    </Screen>
  );
}
