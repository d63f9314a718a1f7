import { groupOf } from '@ocop/rules/taxonomy';
import type { GroupCode } from '@ocop/rules/taxonomy';
import { foldVietnamese } from '@ocop/rules/vietnamese/vietnamese';
import type { Motif } from './drawing.ts';

/** A parcel without a picture of what is in it, with the symbol of its group. */
const parcels: Record<GroupCode, Motif> = {
  I: 'parcelFood',
  II: 'parcelDrink',
  III: 'parcelHerb',
  IV: 'parcelCraft',
  V: 'parcelNature',
  VI: 'parcelTravel',
};

type Kind = readonly [words: RegExp, motif: Motif];

/**
 * What the goods of each product set look like, by words of their folded Vietnamese name; the first that
 * fits. A set's drawing shows one of the things in it, so nothing is drawn as it without a word that says
 * so: a bird's nest is not a jar of fish. Sets that hold one kind of thing have a pattern that always fits.
 */
const kinds: Readonly<Record<number, readonly Kind[]>> = {
  1: [
    [/\bnam (kim cham|enoki)\b/, 'enoki'],
    [/\bnam dui ga\b/, 'kingOyster'],
    [/\bnam\b/, 'mushrooms'],
    [/\b(mac ?ca|macadamia|hat dieu|lac|dau phong)\b/, 'nuts'],
    [/\b(rau|cai|ca chua|cu cai|hanh|bap cai)\b/, 'vegetables'],
  ],
  2: [
    [/\btrung\b/, 'eggs'],
    [/\b(thit|lon|heo|bo|trau|de)\b/, 'meat'],
    [/\bca\b/, 'seafood'],
  ],
  3: [[/\b(gao|rice|nep|lua|com)\b/, 'rice']],
  4: [[/\bmat ong\b/, 'honey']],
  5: [[/\b(bun|pho|mi|mien|chao|banh da)\b/, 'noodles']],
  6: [
    [/\b(banh chung|banh tet|banh gio|banh nep|banh te)\b/, 'riceCake'],
    [/\b(mi|mien|bun|pho|banh da)\b/, 'noodles'],
    [/\bbot\b/, 'pouch'],
  ],
  7: [
    [/\b(mac ?ca|macadamia|hat dieu|lac|dau phong)\b/, 'nuts'],
    [/\b(bot|tinh bot|say|tra)\b/, 'pouch'],
  ],
  8: [
    [/\b(yen sao|to yen|yen chung)\b/, 'nest'],
    [/\b(gio|nem chua|lap xuong|xuc xich)\b/, 'hamRoll'],
    [/\b(ruoc tom|tom chua|mam tom|mam tep)\b/, 'shrimpJar'],
    [/\bmam ruoc\b/, 'jar'],
    [/\bruoc\b/, 'flossJar'],
    [/\b(mam ca|ca kho|ca ngu|ca hop|ca com)\b/, 'preserve'],
    [/\b(mam|sao|chung|sot|pate)\b/, 'jar'],
  ],
  9: [[/\b(mam|nuoc mam|tuong|xi dau|nuoc cham|magi)\b/, 'sauce']],
  10: [[/\b(ot|toi|tieu|gia vi|hanh|gung)\b/, 'spices']],
  11: [[/\b(tra|che)\b/, 'tea']],
  12: [
    [/\btui loc\b/, 'teaBags'],
    [/\b(tra|che)\b/, 'herbTea'],
  ],
  13: [[/\b(ca phe|cafe|coffee)\b/, 'coffee']],
  14: [[/./, 'spirit']],
  15: [
    [/\b(sim|dau tam|nho)\b/, 'infusion'],
    [/./, 'liquor'],
  ],
  16: [[/./, 'water']],
  17: [[/\b(chanh|cam|nuoc ep)\b/, 'softDrink']],
  18: [
    [/\bnuoc\b.*\b(dong trung|yen|sam)\b/, 'vials'],
    [/\b(dong trung|cordyceps)\b/, 'cordyceps'],
    [/\b(cao|vien|thuoc|sam)\b/, 'remedy'],
  ],
  19: [[/\b(kem|son|dau goi|xa phong|my pham|sua tam|nuoc hoa)\b/, 'cosmetic']],
  20: [[/\b(tinh dau|dau)\b/, 'oil']],
  21: [
    [/\bngoc trai\b/, 'pearl'],
    [/\bvoi\b/, 'elephant'],
    [/\btuong\b/, 'figures'],
    [/\btranh\b/, 'painting'],
    [/\bnieu\b/, 'cookingPot'],
    [/\bbinh ruou\b/, 'vase'],
    [/\b(vai|chum|lu|hu)\b/, 'crock'],
    [/\bbinh gom\b.*\bsen\b/, 'pot'],
    [/\b(binh|lo) (gom|hoa)\b/, 'plainPot'],
  ],
  22: [[/\b(lua|to tam|vai|det|tho cam|khan)\b/, 'silk']],
  23: [[/\bhoa\b/, 'flowers']],
  24: [[/\b(bonsai|cay canh|cay the)\b/, 'bonsai']],
  25: [[/\b(ca vang|ca canh)\b/, 'goldfish']],
  26: [[/./, 'village']],
};

/** The drawing of a product: of the thing its name speaks of, else a parcel with its group's symbol. */
export function motifOfProduct(set: number, name: string): Motif {
  const folded = foldVietnamese(name).toLowerCase();
  return kinds[set]?.find(([words]) => words.test(folded))?.[1] ?? parcels[groupOf(set).code];
}
