import type { AstroIntegration } from 'astro';

/**
 * An adapter whose build starts from our own entry (astro-entry.ts) instead of its own, so that what
 * is answered before Astro shares its modules, and with them its state, with Astro's pages.
 */
export function withOwnEntry(adapter: AstroIntegration): AstroIntegration {
  return {
    ...adapter,
    hooks: {
      ...adapter.hooks,
      'astro:config:done': (options) =>
        adapter.hooks['astro:config:done']?.({
          ...options,
          setAdapter: (own) =>
            options.setAdapter({ ...own, serverEntrypoint: new URL('./astro-entry.ts', import.meta.url) }),
        }),
    },
  };
}
