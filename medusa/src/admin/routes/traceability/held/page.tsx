import { defineRouteConfig } from '@medusajs/admin-sdk';
import type { HeldPacks } from '@ocop/contract/selling';
import { useMessages } from '../../../i18n/messages.ts';
import { InlineLink } from '../../../screen/inline-link.tsx';
import { Listing } from '../../../screen/listing.tsx';
import { paths } from '../../../screen/paths.ts';
import { QueryResult } from '../../../screen/query-result.tsx';
import { Nothing, Screen, Section } from '../../../screen/screen.tsx';
import { namedPack, whyHeld, writtenPrice } from '../../../selling/held-pack.ts';
import { KeepPrice } from '../../../selling/keep-price.tsx';
import { useAdminQuery } from '../../../server/use-admin-api.ts';

export const config = defineRouteConfig({
  label: 'menu.held',
  translationNs: 'traceability',
  rank: 7,
});

/** Packs that are on sale and not sold, and what staff can do about each. */
export default function HeldPage() {
  const messages = useMessages();
  const { selling } = messages;
  const query = useAdminQuery<HeldPacks>('/selling');
  return (
    <Screen title={selling.title} intro={selling.intro}>
      <QueryResult of={query}>
        {({ held }) => (
          <Section>
            {held.length === 0 ? (
              <Nothing>{selling.empty}</Nothing>
            ) : (
              <Listing
                name={selling.title}
                rows={held}
                keyOf={({ variantId }) => variantId}
                columns={[
                  { head: selling.pack, cell: namedPack },
                  { head: selling.why, cell: (pack) => selling.whys[whyHeld(pack)] },
                  {
                    head: selling.price,
                    short: true,
                    figures: true,
                    cell: ({ price }) => writtenPrice(price, messages),
                  },
                  {
                    head: selling.accepted,
                    short: true,
                    figures: true,
                    cell: ({ accepted }) =>
                      accepted === null ? selling.never : writtenPrice(accepted, messages),
                  },
                  {
                    head: messages.page.home.open,
                    cell: (pack) =>
                      whyHeld(pack) === 'recall' ? (
                        <InlineLink to={`${paths.recalls}?open=true`}>{selling.openRecalls}</InlineLink>
                      ) : (
                        <span className="flex flex-wrap items-center gap-2">
                          <InlineLink to={paths.product(pack.productId)}>{selling.open}</InlineLink>
                          {pack.fault === 'jump' && <KeepPrice pack={pack} />}
                        </span>
                      ),
                  },
                ]}
              />
            )}
          </Section>
        )}
      </QueryResult>
    </Screen>
  );
}
