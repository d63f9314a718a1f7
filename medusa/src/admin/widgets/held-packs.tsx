import { defineWidgetConfig } from '@medusajs/admin-sdk';
import { Alert } from '@medusajs/ui';
import type { HeldPacks } from '@ocop/contract/selling';
import { useMessages } from '../i18n/messages.ts';
import { placedFirst } from '../screen/first.ts';
import { InlineLink } from '../screen/inline-link.tsx';
import { paths } from '../screen/paths.ts';
import { useAdminQuery } from '../server/use-admin-api.ts';
import { whyHeld } from '../selling/held-pack.ts';

export const config = defineWidgetConfig({ zone: 'product.details.before' });

/** Says on Medusa's own page of a product, where prices are typed, that the site does not sell it, and why. */
export default function HeldPacksWidget({ data }: { data: { id: string } }) {
  const { selling, lang } = useMessages();
  const { data: answer } = useAdminQuery<HeldPacks>('/selling');
  const packs = (answer?.held ?? []).filter(({ productId }) => productId === data.id);
  if (packs.length === 0) return null;
  return (
    <Alert variant="error" role="alert" lang={lang} style={placedFirst()}>
      <strong className="block">{selling.onProduct(packs.map(({ sku }) => sku).join(', '))}</strong>
      {[...new Set(packs.map(whyHeld))].map((why) => (
        <span key={why} className="block">
          {selling.whys[why]}
        </span>
      ))}
      <InlineLink to={paths.held}>{selling.title}</InlineLink>
    </Alert>
  );
}
