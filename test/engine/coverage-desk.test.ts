import { expect, test } from 'vitest';
import type { AnyCheck } from '../../src/domain/check.ts';
import type { Control } from '../../src/domain/control.ts';
import { safeguards } from '../../src/domain/safeguards.ts';
import { createCheckDesk } from '../../src/engine/check-desk.ts';
import type { Engine } from '../../src/engine/context.ts';
import { createCoverageDesk } from '../../src/engine/coverage-desk.ts';

const check = (id: string, controls: readonly string[]): AnyCheck =>
  ({ id, title: 'T', severity: 'high', controls, kind: 'k', facts: ['f'] }) as unknown as AnyCheck;
const control = (id: string, citations: readonly string[], peers: Control['peers'] = {}): Control => ({
  id,
  service: 's3',
  title: `about ${id}`,
  severity: 'high',
  citations,
  citations_from: 'proposed',
  peers,
  fix_risk: 'safe',
  first: false,
  origin: 'gap',
});
const engine = {
  checks: [
    check('aws/s3/one', ['164.312(b)']),
    { ...check('aws/s3/other', ['164.312(b)']), control: 's3-one' },
  ],
  rules: { disabled: new Set(), optIns: new Set(), settings: {} },
  store: {
    scans: { perAccount: async () => [] },
    findings: { openByCheck: async () => new Map([['aws/s3/one', 2]]) },
  },
} as unknown as Engine;
const desk = createCoverageDesk(
  engine,
  { list: async () => [] },
  [
    control('s3-one', ['164.312(b)'], { prowler: ['p'] }),
    control('s3-two', ['164.312(b)', '164.312(c)(1)'], { prowler: ['q'], powerpipe: [] }),
    control('org-annual-risk-assessment', ['164.308(a)(1)(ii)(A)']),
  ],
  { 's3-two': 'no interface tells it' },
);

test('counts what there is, and what others ask', async () => {
  const all = await desk.of();
  expect(all).toMatchObject({ controls: 3, withCheck: 1, checks: 2, assessed: false });
  expect(all.citations).toHaveLength(Object.keys(safeguards).length);
  expect(all.peers.filter(({ controls }) => controls > 0)).toEqual([{ name: 'Prowler', controls: 2 }]);
});

test('a paragraph: its checks with open findings, and controls without a check', async () => {
  const [audit] = (await desk.of('164.312(b)')).citations;
  expect(audit?.checks.map(({ check: c, open }) => [c.id, open])).toEqual([
    ['aws/s3/one', 2],
    ['aws/s3/other', 0],
  ]);
  // Both ask the one control, which no other mapping gives to this paragraph.
  expect(audit?.checks.map(({ check: c }) => c.proposed)).toEqual([true, true]);
  expect(audit?.unchecked).toEqual([
    { control: 's3-two', title: 'about s3-two', because: 'no interface tells it' },
  ]);
});

test('a control that an attestation answers is not unchecked', async () => {
  const [analysis] = (await desk.of('164.308(a)(1)(ii)(A)')).citations;
  expect(analysis?.unchecked).toEqual([]);
});

test('however it is typed, and nothing where there is nothing', async () => {
  for (const typed of ['45 CFR 164.312(B)', '§164.312 (b)', '164.312(b)`'])
    expect((await desk.of(typed)).citations.map(({ citation }) => citation)).toEqual(['164.312(b)']);
  expect((await desk.of('164.9')).citations).toEqual([]);
});

test('what nobody has attested is found by the paragraph that it serves', () => {
  expect(createCheckDesk(engine).citing('§ 164.308 (a)(1)(ii)(A)')).toEqual([
    'bot/attestation/risk-analysis',
  ]);
});
