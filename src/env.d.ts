declare module 'virtual:product-photos' {
  /** Whether photos can be made now: while the site is built, and under `astro dev`. */
  export const atBuild: boolean;
  /** Originals by the product's slug; empty where {@link atBuild} is false. */
  export const originals: Readonly<Record<string, import('astro').ImageMetadata>>;
}

declare namespace App {
  interface Locals {
    /** Set where the server in front of Astro looked at a stamp already. */
    stampPage?: import('./stamps/page/answer-scan.server.ts').StampPageData;
  }
}
