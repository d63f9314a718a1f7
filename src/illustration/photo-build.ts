import type { AstroIntegration } from 'astro';
import { publicRecord } from '../record/current.ts';
import { photoMasters } from './photo-masters.ts';

const MODULE = 'virtual:product-photos';

/**
 * Producers' photos in the sizes pages show, all made while the site is built.
 *
 * The photos are those of the record (CONTENT_DIR), in every format it accepts and cleaned of what the camera
 * wrote (photo-masters.ts), as the module `virtual:product-photos`. Code that runs on the server later does not get the originals: it reads
 * which files the build made (photos.ts). Astro's own endpoint, which resizes any picture for anybody
 * who asks, answers 404 in a built site: one GET cost 0.8 s of processor.
 */
export function productPhotos(): AstroIntegration {
  return {
    name: 'product-photos',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, logger }) => {
        const endpoint = new URL('./no-image-endpoint.ts', import.meta.url).pathname;
        updateConfig({
          ...(command === 'build' ? { image: { endpoint: { entrypoint: endpoint } } } : {}),
          vite: {
            plugins: [
              {
                name: 'product-photos',
                resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : undefined),
                async load(this: { environment: { name: string } }, id: string) {
                  if (id !== `\0${MODULE}`) return undefined;
                  const onDemand = command === 'build' && this.environment.name !== 'prerender';
                  return onDemand
                    ? 'export const atBuild = false; export const originals = {};'
                    : originals((line) => logger.error(line));
                },
              },
            ],
          },
        });
      },
    },
  };
}

/**
 * Source of a module that holds every product's photo as an image Astro can resize, by slug. A photo that is no
 * picture is told and left out: one bad file must not keep every other page from being built.
 */
async function originals(tell: (line: string) => void): Promise<string> {
  const { products } = await publicRecord();
  const { masters, faults } = await photoMasters(products);
  for (const { photo, message } of faults) tell(`${photo}: ${message}`);
  const photos = [...masters].map(([slug, photo]) => ({ slug, photo }));
  return [
    ...photos.map(({ photo }, n) => `import photo${n} from ${JSON.stringify(photo.replaceAll('\\', '/'))};`),
    'export const atBuild = true;',
    `export const originals = { ${photos.map(({ slug }, n) => `${JSON.stringify(slug)}: photo${n}`).join(', ')} };`,
  ].join('\n');
}
