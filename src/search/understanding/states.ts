import type { StandingKey } from '../query.ts';
import type { FactReader, StateName } from './facts.ts';
import { phraseBook } from './phrases.ts';

/** States that each name covers: a certificate is in force until its last day, extended or not. */
const covered: Record<StateName, readonly StandingKey[]> = {
  'in-force': ['valid', 'expiring', 'extended'],
  expiring: ['expiring'],
  extended: ['extended'],
  expired: ['expired'],
  withdrawn: ['withdrawn'],
  none: ['reported', 'none'],
};

const states = phraseBook<StateName>([
  [
    'in-force',
    [
      ...['còn hiệu lực', 'còn hạn', 'còn thời hạn', 'còn giá trị', 'đang hiệu lực', 'đang có hiệu lực'],
      ...['có hiệu lực', 'hiệu lực', 'vẫn còn hiệu lực', 'vẫn còn hạn', 'còn thời hiệu', 'chưa hết hạn'],
      ...['chưa hết hiệu lực', 'đã công nhận', 'đã được công nhận', 'được công nhận', 'đang được công nhận'],
      ...['in force', 'valid', 'still valid', 'currently valid', 'unexpired', 'not expired', 'recognised'],
      ...['recognized', 'certified'],
    ],
  ],
  [
    'expiring',
    [
      ...['sắp hết hạn', 'sắp hết hiệu lực', 'gần hết hạn', 'sắp đến hạn', 'sắp tới hạn', 'gần đến hạn'],
      ...['expiring', 'expiring soon', 'ending soon', 'about to expire', 'expires soon'],
    ],
  ],
  ['extended', ['gia hạn', 'được gia hạn', 'gia hạn chuyển tiếp', 'chuyển tiếp', 'extended']],
  [
    'expired',
    [
      ...['hết hạn', 'đã hết hạn', 'bị hết hạn', 'hết hiệu lực', 'đã hết hiệu lực', 'quá hạn', 'đã quá hạn'],
      ...[
        'không còn hiệu lực',
        'không còn hạn',
        'expired',
        'lapsed',
        'no longer valid',
        'out of date',
        'invalid',
      ],
    ],
  ],
  ['withdrawn', ['thu hồi', 'bị thu hồi', 'đã thu hồi', 'đã bị thu hồi', 'withdrawn', 'revoked', 'recalled']],
  [
    'none',
    [
      ...[
        'chưa công nhận',
        'chưa được công nhận',
        'chưa có sao',
        'không có sao',
        'chưa đạt sao',
        'không sao',
      ],
      ...['chưa xếp hạng', 'no star', 'no stars', 'without stars', 'unrecognised', 'unrecognized'],
      ...['not recognised', 'not recognized', 'chưa có thông tin công nhận'],
    ],
  ],
]);

/** Reads the state of a certificate: 'còn hạn', 'het hieu luc', 'expired'. */
export const readState: FactReader = (tokens, at) => {
  const hit = states(tokens, at);
  return (
    hit && { meaning: { kind: 'state', name: hit.meaning, states: covered[hit.meaning] }, length: hit.length }
  );
};

const sales = phraseBook<'in-stock' | 'sold-out'>([
  [
    'in-stock',
    [
      ...['còn hàng', 'có hàng', 'đang bán', 'có bán', 'đang còn hàng', 'mua được', 'đặt được', 'có sẵn'],
      ...['in stock', 'on sale', 'for sale', 'available', 'buy online'],
    ],
  ],
  ['sold-out', ['hết hàng', 'tạm hết hàng', 'đã hết hàng', 'sold out', 'out of stock']],
]);

/** Reads whether goods can be bought: 'còn hàng', 'in stock'. */
export const readSale: FactReader = (tokens, at) => {
  const hit = sales(tokens, at);
  return hit && { meaning: { kind: 'sale', value: hit.meaning }, length: hit.length };
};
