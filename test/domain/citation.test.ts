import { expect, test } from 'vitest';
import { citationIn, isBelow } from '../../src/domain/citation.ts';

test.each([
  ['164.312(b)', '164.312(b)'],
  ['§164.312 (b)', '164.312(b)'],
  ['§ 164.312(b).', '164.312(b)'],
  ['45 CFR 164.312(B)', '164.312(b)'],
  ['45CFR§164.312(b)', '164.312(b)'],
  ['45 C.F.R. § 164.312(b)', '164.312(b)'],
  ['45 CFR Part 164.312(b)', '164.312(b)'],
  ['164.312(b)`', '164.312(b)'],
  ['164.312.b', '164.312(b)'],
  ['164.312b', '164.312(b)'],
  ['164.312(a)(2)(iv)', '164.312(a)(2)(iv)'],
  ['164.312 (a) (2) (IV)', '164.312(a)(2)(iv)'],
  ['164.308(a)(1)(ii)(A', '164.308(a)(1)(ii)(a)'],
  ['164.31', '164.31'],
  ['164.', '164.'],
  ['164', '164'],
  ['§', ''],
  ['audit', 'audit'],
])('%s', (typed, citation) => expect(citationIn(typed)).toBe(citation));

test('a paragraph is below what it begins with, and not beside it', () => {
  expect(isBelow('164.308(a)(1)(ii)(A)', '§ 164.308 (a)(1)')).toBe(true);
  expect(isBelow('164.312(a)(2)(iv)', '164.312(a)(2)(i')).toBe(false);
  expect(isBelow('164.312(b)', '164.308')).toBe(false);
});
