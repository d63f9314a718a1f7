import { Container } from '@medusajs/ui';
import { useSearchParams } from 'react-router-dom';
import { useMessages } from '../../../../i18n/messages.ts';
import { RecallFields } from '../../../../recall/recall-fields.tsx';
import { paths } from '../../../../screen/paths.ts';
import { Screen } from '../../../../screen/screen.tsx';

export default function NewRecallPage() {
  const { recalls } = useMessages();
  const [params] = useSearchParams();
  return (
    <Screen title={recalls.announce} back={{ to: paths.recalls, name: recalls.title }}>
      <Container>
        <RecallFields lot={params.get('lot') ?? ''} />
      </Container>
    </Screen>
  );
}
