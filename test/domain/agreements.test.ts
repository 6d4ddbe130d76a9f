import { expect, test } from 'vitest';
import { agreementWith } from '../../src/domain/agreements.ts';

const now = new Date('2026-11-20T23:59:59Z');

test.each([
  ['none', [], 'none'],
  ['of another', ['888888888888'], 'none'],
  ['without an end', ['999999999999'], 'holds'],
  ['until today', ['999999999999 until 2026-11-20'], 'holds'],
  ['until yesterday', ['999999999999 until 2026-11-19'], { until: '2026-11-19' }],
  ['two, of which one holds', ['999999999999 until 2026-11-19', '999999999999 until 2027-01-01'], 'holds'],
  [
    'two that are over',
    ['999999999999 until 2026-01-01', '999999999999 until 2025-01-01'],
    { until: '2026-01-01' },
  ],
  ['of an account whose id begins alike', ['9999999999991'], 'none'],
])('an agreement: %s', (_, register, expected) => {
  expect(agreementWith(register, '999999999999', now)).toEqual(expected);
});
