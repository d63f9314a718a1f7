import { dictionary } from '../i18n/index.ts';
import { GS1_VOCABULARY } from './link-types.ts';
import { LINKSET_CONTEXT } from './linkset.ts';

/**
 * The resolver description file of `/.well-known/gs1resolver` (GS1-Conformant resolver 1.2,
 * section 3). Only trade items are held here, so 01 is the only key it claims.
 * @param origin the site's public origin
 */
export function resolverDescription(origin: string): object {
  return {
    name: dictionary('en').resolver.name,
    resolverRoot: origin,
    supportedPrimaryKeys: ['01'],
    supportedLinkType: [{ namespace: GS1_VOCABULARY, prefix: 'gs1:' }],
    linkTypeDefaultCanBeLinkset: false,
    jsonLdContextLocation: LINKSET_CONTEXT,
  };
}
