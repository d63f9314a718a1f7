import { countedFrom } from '@ocop/rules/certificate/certificate';
import { isExampleGtin, toGtin14 } from '@ocop/rules/digital-link/gtin';
import type { PlainDate } from '@ocop/rules/date';
import { certificateOf, standingOn } from '@ocop/rules/certificate/standing';
import type { Lang } from '../../i18n/lang.ts';
import type { ProductCard } from '../../record/card.ts';
import type { Offer } from '../../record/types.ts';

interface Place {
  lang: Lang;
  /** Absolute address of the page. */
  url: string;
  /** Absolute address of a picture. */
  image: string;
  today: PlainDate;
}

/** Sample prices are no offer to anybody, so machines are not told of them. */
function offers(offer: Offer | null, url: string): object {
  if (!offer || offer.sample) return {};
  return {
    offers: offer.packs.map((pack) => ({
      '@type': 'Offer',
      sku: pack.sku,
      price: pack.price,
      priceCurrency: 'VND',
      url,
    })),
  };
}

function certification(card: ProductCard, lang: Lang, today: PlainDate): object {
  const standing = standingOn(card.recognitions, card.product.reported, today);
  if (standing.kind !== 'recognised') return {};
  const { decision } = standing.recognition;
  const certificate = certificateOf(standing.recognition);
  return {
    hasCertification: {
      '@type': 'Certification',
      name: lang === 'vi' ? `OCOP ${standing.stars} sao` : `OCOP ${standing.stars} stars`,
      certificationIdentification: decision.number,
      issuedBy: { '@type': 'Organization', name: decision.issuer.name[lang] },
      validFrom: certificate && countedFrom(certificate),
      expires: standing.endsOn,
      certificationStatus: 'CertificationActive',
    },
  };
}

/**
 * schema.org data of a product. Only facts of the record: no rating (an OCOP star is an
 * assessment by the State, not what buyers think), no sample price, no example GTIN.
 */
export function productJsonLd(card: ProductCard, { lang, url, image, today }: Place): object {
  const { product, producer, set, offer } = card;
  const gtin = offer?.gtin ?? null;
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name[lang],
    description: product.summary[lang],
    url,
    image,
    category: set.name[lang],
    ...(gtin !== null && !isExampleGtin(gtin) ? { gtin14: toGtin14(gtin) } : {}),
    ...(producer ? { manufacturer: { '@type': 'Organization', name: producer.name[lang] } } : {}),
    countryOfOrigin: { '@type': 'Country', name: 'Việt Nam', identifier: 'VN' },
    ...certification(card, lang, today),
    ...offers(offer, url),
  };
}
