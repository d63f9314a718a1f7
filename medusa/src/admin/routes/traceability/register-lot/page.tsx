import { Container } from '@medusajs/ui';
import { useMessages } from '../../../i18n/messages.ts';
import { LotFields } from '../../../lot/lot-fields.tsx';
import { paths } from '../../../screen/paths.ts';
import { Screen } from '../../../screen/screen.tsx';

export default function RegisterLotPage() {
  const messages = useMessages();
  return (
    <Screen title={messages.lots.register} back={{ to: paths.lots, name: messages.lots.title }}>
      <Container>
        <LotFields />
      </Container>
    </Screen>
  );
}
