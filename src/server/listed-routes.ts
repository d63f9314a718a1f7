import type { AstroIntegration } from 'astro';
import { unlistedRoutes } from './routes.ts';

/** Lets no build pass that answers an address nobody has thought about: see routes.ts. */
export function listedRoutes(): AstroIntegration {
  return {
    name: 'listed-routes',
    hooks: {
      'astro:routes:resolved': ({ routes }) => {
        const unlisted = unlistedRoutes(routes);
        if (unlisted.length === 0) return;
        throw new Error(
          `These routes are not listed in src/server/routes.ts: ${unlisted.join(', ')}. List them with their ` +
            'methods, their Cache-Control, their limit and who may call them.',
        );
      },
    },
  };
}
