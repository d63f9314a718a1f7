import { Meilisearch, MeilisearchApiError } from 'meilisearch';
import { INDEX } from './definition.ts';

/** Fixed, because Meilisearch derives a key from this and the master key: the same key every time. */
const SEARCH_KEY_UID = '6f2d0f5c-7f0e-4c1b-9f57-0c0b5a1d3e72';

/**
 * The key the site searches with: it may search the index of products and nothing else. Made on the
 * first call, found on later ones.
 * @param masterKey the master key, or a key that may manage keys; '' where the server has none
 * @throws MeilisearchApiError when the key is refused
 */
export async function ensureSearchKey(meiliUrl: string, masterKey: string): Promise<string> {
  const client = new Meilisearch({ host: meiliUrl, apiKey: masterKey });
  try {
    return (await client.getKey(SEARCH_KEY_UID)).key;
  } catch (error) {
    const code = error instanceof MeilisearchApiError ? error.cause?.code : undefined;
    // A server without a master key asks nobody for a key.
    if (code === 'missing_master_key') return masterKey;
    if (code !== 'api_key_not_found') throw error;
  }
  const created = await client.createKey({
    uid: SEARCH_KEY_UID,
    name: 'Site search',
    description: 'Lets the site search the index of products. It can change nothing.',
    actions: ['search'],
    indexes: [`${INDEX}*`],
    expiresAt: null,
  });
  return created.key;
}
