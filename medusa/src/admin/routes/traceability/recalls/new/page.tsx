import { Container } from '@medusajs/ui';
import { useSearchParams } from 'react-router-dom';
import { useWords } from '../../../../i18n/words.ts';
import { RecallFields } from '../../../../recall/recall-fields.tsx';
import { paths } from '../../../../screen/paths.ts';
import { Screen } from '../../../../screen/screen.tsx';

export default function NewRecallPage() {
  const { recalls } = useWords();
  const [params] = useSearchParams();
  return (
    <Screen title={recalls.announce} back={{ to: paths.recalls, name: recalls.title }}>
      <Container>
        <RecallFields lot={params.get('lot') ?? ''} />
      </Container>
    </Screen>
  );
}
