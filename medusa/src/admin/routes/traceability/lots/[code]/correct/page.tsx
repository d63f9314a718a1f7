import { Container } from '@medusajs/ui';
import { useParams } from 'react-router-dom';
import type { LotHistory } from '../../../../../../modules/traceability/lots/lot-list.ts';
import { useMessages } from '../../../../../i18n/messages.ts';
import { LotFields } from '../../../../../lot/lot-fields.tsx';
import { QueryResult } from '../../../../../screen/query-result.tsx';
import { paths } from '../../../../../screen/paths.ts';
import { Screen } from '../../../../../screen/screen.tsx';
import { useAdminQuery } from '../../../../../server/use-admin-api.ts';

export default function CorrectLotPage() {
  const messages = useMessages();
  const { code = '' } = useParams();
  const query = useAdminQuery<LotHistory>(`/lots/${encodeURIComponent(code)}`);
  return (
    <Screen
      title={`${messages.lots.correct}: ${messages.lots.one(code)}`}
      back={{ to: paths.lot(code), name: messages.lots.one(code) }}
    >
      <QueryResult of={query}>
        {({ lot }) => (
          <Container>
            <LotFields lot={lot} />
          </Container>
        )}
      </QueryResult>
    </Screen>
  );
}
