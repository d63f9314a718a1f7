import type { HeldPack, KeepPriceRequest } from '@ocop/contract/selling';
import { useMessages } from '../i18n/messages.ts';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { NotedForm } from '../screen/noted-form.tsx';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { namedPack, writtenPrice } from './held-pack.ts';

/** Lets a pack be sold at a price that jumped, with the reason. */
export function KeepPrice({ pack }: { pack: HeldPack }) {
  const { selling } = useMessages();
  return (
    <ButtonDrawer button={selling.keep} title={`${selling.keep}: ${namedPack(pack)}`}>
      {(close) => <KeepPriceForm pack={pack} close={close} />}
    </ButtonDrawer>
  );
}

function KeepPriceForm({ pack, close }: { pack: HeldPack; close: () => void }) {
  const messages = useMessages();
  const { selling } = messages;
  const keep = useChange((body: KeepPriceRequest) => ask(`${TRACEABILITY}/selling/keep-price`, body), {
    said: selling.kept,
    quiet: true,
    done: close,
  });
  return (
    <NotedForm
      act={keep}
      submit={selling.keep}
      note={{ label: selling.keepNote, hint: selling.keepHint }}
      of={(note) => ({ send: { variantId: pack.variantId, price: pack.price, note } })}
      ask={() => ({
        title: selling.keep,
        description: selling.keepPrompt(namedPack(pack), writtenPrice(pack.price, messages)),
        confirm: selling.keep,
      })}
      close={close}
    />
  );
}
