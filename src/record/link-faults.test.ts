import { describe, expect, test } from 'vitest';
import { problemsOf, withChange, textOf } from './fixtures/small-content.ts';
import type { Fault } from './fixtures/small-content.ts';

const MAM = 'products/mam/product.yaml';
const VASE = 'products/binh-gom/product.yaml';
const RECOGNITION = 'recognitions/mam--1.yaml';
const LAM_DONG = 'decisions/ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05.yaml';
const BAC_NINH = 'decisions/ubnd-tinh-bac-ninh.1090-qd-ubnd.2023-09-14.yaml';
const PRODUCER = 'producers/lo-gom.yaml';

const FAULTS: Fault[] = [
  [
    'a folder that is no slug',
    { 'products/Bình Gốm 2/product.yaml': textOf(VASE) },
    'products/Bình Gốm 2/product.yaml',
    '',
    /rename it to binh-gom-2/,
  ],
  ['an unknown producer', withChange(VASE, 'lo-gom', 'lo-khac'), VASE, 'producer', /no producer "lo-khac"/],
  [
    'neither producer nor origin',
    withChange(VASE, 'producer: lo-gom', 'producer: null'),
    VASE,
    'origin',
    /needs an origin/,
  ],
  [
    'a commune that is not in the table',
    withChange(PRODUCER, '09301', '00001'),
    PRODUCER,
    'address.current.commune',
    /00001 is not in the table/,
  ],
  [
    'a commune of another province',
    withChange(PRODUCER, '09301', '22945'),
    PRODUCER,
    'address.current.commune',
    /Phường Phan Thiết of province 68/,
  ],
  [
    'a province of before 2025',
    withChange(PRODUCER, "'24'", "'36'"),
    PRODUCER,
    'address.current.province',
    /34 provinces/,
  ],
  [
    'a confirmed nowhere',
    withChange(PRODUCER, "'09301'", 'null'),
    PRODUCER,
    'address.current.status',
    /needs-confirmation/,
  ],
  [
    'alcohol without its notice',
    withChange(MAM, 'set: 9', 'set: 15'),
    MAM,
    'notices',
    /write notices: \[alcohol\]/,
  ],
  [
    'functional food without its notice',
    withChange(MAM, 'set: 9', 'set: 18'),
    MAM,
    'notices',
    /\[functional-food\]/,
  ],
  [
    'a decision without day and year',
    withChange(BAC_NINH, 'signedOn: 2023-09-14', 'signedOn: null'),
    BAC_NINH,
    'year',
    /write the year/,
  ],
  [
    'a decision whose year differs',
    withChange(BAC_NINH, 'signedOn: 2023-09-14', 'signedOn: 2023-09-14\nyear: 2022'),
    BAC_NINH,
    'year',
    /take the year out/,
  ],
  [
    'a counted-from day that is the signing day',
    withChange(LAM_DONG, 'signedOn: 2026-08-05', 'signedOn: 2026-08-05\ncountedFrom: 2026-08-05'),
    LAM_DONG,
    'countedFrom',
    /counts anyway; take the line out/,
  ],
  [
    'a counted-from day a whole year off',
    withChange(LAM_DONG, 'signedOn: 2026-08-05', 'signedOn: 2026-08-05\ncountedFrom: 2027-08-05'),
    LAM_DONG,
    'countedFrom',
    /check both years/,
  ],
  [
    'a counted-from day of a list of entries',
    withChange(BAC_NINH, 'signedOn: 2023-09-14', 'signedOn: 2023-09-14\ncountedFrom: 2023-10-01'),
    BAC_NINH,
    'countedFrom',
    /only a recognition/,
  ],
  [
    'a product counted from a day a whole year off',
    withChange(RECOGNITION, 'issuedOn: null', 'issuedOn: null\ncountedFrom: 2025-08-05'),
    RECOGNITION,
    'countedFrom',
    /check both years/,
  ],
  [
    'the former name of the signing day',
    withChange(BAC_NINH, 'signedOn: 2023-09-14', 'date: 2023-09-14'),
    BAC_NINH,
    'signedOn',
    /missing/,
  ],
  [
    'a decision in a file of another name',
    { [BAC_NINH]: null, 'decisions/1090.yaml': textOf(BAC_NINH) },
    'decisions/1090.yaml',
    '',
    /rename the file to ubnd-tinh-bac-ninh.1090-qd-ubnd.2023-09-14.yaml/,
  ],
  [
    'a decision without a number',
    withChange(BAC_NINH, '1090/QĐ-UBND', 'một nghìn'),
    BAC_NINH,
    'number',
    /write the number as printed/,
  ],
  [
    'a decision naming an unknown product',
    withChange(BAC_NINH, '[binh-gom]', '[binh-bac]'),
    BAC_NINH,
    'products.0',
    /no product "binh-bac"/,
  ],
  [
    'two stars',
    withChange(RECOGNITION, 'stars: 3', 'stars: 2'),
    RECOGNITION,
    'stars',
    /one and two stars get no decision/,
  ],
  [
    'a recognition of an unknown product',
    withChange(RECOGNITION, 'product: mam', 'product: muoi'),
    RECOGNITION,
    'product',
    /no product "muoi"/,
  ],
  [
    'a recognition by an unknown decision',
    withChange(RECOGNITION, '2026-08-05', '2026-08-06'),
    RECOGNITION,
    'decision',
    /no decision "ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-06"/,
  ],
  [
    'a recognition by a list of entries',
    {
      'recognitions/binh-gom--1.yaml': textOf(RECOGNITION)
        .replace('mam', 'binh-gom')
        .replace('ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05', 'ubnd-tinh-bac-ninh.1090-qd-ubnd.2023-09-14'),
    },
    'recognitions/binh-gom--1.yaml',
    'decision',
    /danh mục tham gia.*gives no stars/,
  ],
  [
    'a recognition the decision does not name',
    { 'recognitions/binh-gom--1.yaml': textOf(RECOGNITION).replace('mam', 'binh-gom') },
    'recognitions/binh-gom--1.yaml',
    'product',
    /does not name "binh-gom"/,
  ],
  [
    'five stars of a province',
    withChange(RECOGNITION, 'stars: 3', 'stars: 5'),
    RECOGNITION,
    'stars',
    /could not give 5 stars in 2026-08-05/,
  ],
  [
    'a district recognising in 2026',
    withChange(LAM_DONG, 'level: province', 'level: district'),
    RECOGNITION,
    'stars',
    /could not give 3 stars/,
  ],
  [
    'an extension that is too long',
    withChange(RECOGNITION, 'issuedOn: null', 'issuedOn: null\nextendedUntil: 2031-01-01'),
    RECOGNITION,
    'extendedUntil',
    /at most 180 days/,
  ],
  [
    'an extension before the end',
    withChange(RECOGNITION, 'issuedOn: null', 'issuedOn: null\nextendedUntil: 2027-01-01'),
    RECOGNITION,
    'extendedUntil',
    /ends before the certificate/,
  ],
  [
    'a withdrawal before the issue',
    withChange(RECOGNITION, 'issuedOn: null', 'issuedOn: null\nwithdrawnOn: 2026-01-01'),
    RECOGNITION,
    'withdrawnOn',
    /withdrawn before/,
  ],
  [
    'a certificate older than its decision',
    withChange(RECOGNITION, 'issuedOn: null', 'issuedOn: 2026-08-04'),
    RECOGNITION,
    'issuedOn',
    /before the decision/,
  ],
  [
    'the same recognition twice',
    { 'recognitions/mam--2.yaml': textOf(RECOGNITION) },
    'recognitions/mam--2.yaml',
    'decision',
    /mam--1.yaml already gives/,
  ],
  [
    'a recognition in a file of another name',
    { [RECOGNITION]: null, 'recognitions/mam.yaml': textOf(RECOGNITION) },
    'recognitions/mam.yaml',
    'product',
    /rename the file to mam--1.yaml/,
  ],
  [
    'a product code of another shape',
    withChange(RECOGNITION, 'issuedOn: null', 'issuedOn: null\nproductCode: 24-9292'),
    RECOGNITION,
    'productCode',
    /"24-09292-03-2026"/,
  ],
];

describe('files that do not fit together: makers, addresses, decisions, stars', () => {
  test.each(FAULTS)('%s', async (_what, changes, file, field, words) => {
    const problems = await problemsOf(changes);
    const told = problems.find((p) => p.file === file && p.field === field);
    expect(told, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(told?.message).toMatch(words);
  });
});
