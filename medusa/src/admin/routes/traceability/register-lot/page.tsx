import { Container } from '@medusajs/ui';
import { useWords } from '../../../i18n/words.ts';
import { LotFields } from '../../../lot/lot-fields.tsx';
import { paths } from '../../../screen/paths.ts';
import { Screen } from '../../../screen/screen.tsx';

export default function RegisterLotPage() {
  const words = useWords();
  return (
    <Screen title={words.lots.register} back={{ to: paths.lots, name: words.lots.title }}>
      <Container>
        <LotFields />
      </Container>
    </Screen>
  );
}
