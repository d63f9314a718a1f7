import { Container } from '@medusajs/ui';
import { useParams } from 'react-router-dom';
import type { LotHistory } from '../../../../../../modules/traceability/lots/lot-list.ts';
import { useWords } from '../../../../../i18n/words.ts';
import { LotFields } from '../../../../../lot/lot-fields.tsx';
import { Asked } from '../../../../../screen/asked.tsx';
import { paths } from '../../../../../screen/paths.ts';
import { Screen } from '../../../../../screen/screen.tsx';
import { useAsked } from '../../../../../server/use-asked.ts';

export default function CorrectLotPage() {
  const words = useWords();
  const { code = '' } = useParams();
  const asked = useAsked<LotHistory>(`/lots/${encodeURIComponent(code)}`);
  return (
    <Screen
      title={`${words.lots.correct}: ${words.lots.one(code)}`}
      back={{ to: paths.lot(code), name: words.lots.one(code) }}
    >
      <Asked of={asked}>
        {({ lot }) => (
          <Container>
            <LotFields lot={lot} />
          </Container>
        )}
      </Asked>
    </Screen>
  );
}
