import { describe, expect, test } from 'vitest';
import { type TierQuestion, type TierRule, tierFor } from '../../src/domain/tier.ts';

const question: TierQuestion = {
  remedy: 'aws/s3/block-public',
  risk: 'safe',
  severity: 'high',
  environment: 'prod',
  verdict: 'safe',
  deed: 'fix',
};
const tier = { name: 'met', quorum: 1, distinctGroups: false, confirm: false, stepUp: false } as const;
const strictest = { name: 'unmatched', quorum: 2, distinctGroups: false, confirm: true, stepUp: false };

test.each<[string, TierRule['when'], Partial<TierQuestion>, boolean]>([
  ['nothing is asked', {}, {}, true],
  ['the remedy', { remedies: ['aws/s3/block-public'] }, {}, true],
  ['a beginning of it', { remedies: ['aws/s3/*'] }, {}, true],
  ['any remedy', { remedies: ['*'] }, {}, true],
  ['another remedy', { remedies: ['aws/s3/block'] }, {}, false],
  ['another beginning', { remedies: ['aws/iam/*'] }, {}, false],
  ['one of several', { remedies: ['aws/iam/*', 'aws/s3/*'] }, {}, true],
  ['an empty list', { remedies: [] }, {}, false],
  ['the risk', { risks: ['safe'] }, {}, true],
  ['another risk', { risks: ['disruptive'] }, {}, false],
  ['the severity', { severities: ['critical', 'high'] }, {}, true],
  ['another severity', { severities: ['low'] }, {}, false],
  ['the environment', { environments: ['prod'] }, {}, true],
  ['another environment', { environments: ['dev'] }, {}, false],
  ['an environment that is not known', { environments: ['prod'] }, { environment: null }, false],
  ['the verdict', { verdicts: ['safe'] }, {}, true],
  ['another verdict', { verdicts: ['safe'] }, { verdict: 'unknown' }, false],
  ['the deed', { deeds: ['fix'] }, {}, true],
  ['another deed', { deeds: ['fix'] }, { deed: 'undo' }, false],
  ['all of them', { risks: ['safe'], environments: ['prod'], deeds: ['fix'] }, {}, true],
  ['all but one', { risks: ['safe'], environments: ['prod'], deeds: ['undo'] }, {}, false],
])('a rule for %s', (_, when, over, met) => {
  expect(tierFor([{ ...tier, when }], { ...question, ...over })).toEqual(met ? tier : strictest);
});

describe('an environment that tells nothing', () => {
  const strict = {
    ...tier,
    name: 'strict',
    quorum: 2,
    confirm: true,
    when: { environments: ['production'] },
  } as const;
  const lenient = { ...tier, name: 'lenient', when: { environments: ['sandbox'] } };
  const usual = { ...tier, name: 'usual', stepUp: true, when: {} };
  const asked = (environment: string | null) =>
    tierFor([strict, lenient, usual], { ...question, environment });

  test.each([null, '', 'prod', 'PRD', 'live'])('%s is held to all that any would be', (environment) => {
    expect(asked(environment)).toMatchObject({ name: 'strict', quorum: 2, confirm: true, stepUp: true });
  });

  test.each([
    ['production', 'strict'],
    ['Production ', 'strict'],
    ['sandbox', 'lenient'],
    ['staging', 'usual'],
  ])('%s is known, and is held to %s', (environment, name) => {
    expect(asked(environment).name).toBe(name);
  });
});

test('the first that matches decides, and without a rule two persons must', () => {
  const strict = { ...tier, name: 'strict', quorum: 2, when: { risks: ['disruptive'] } } as const;
  const usual = { ...tier, name: 'usual', when: {} };
  expect(tierFor([strict, usual], { ...question, risk: 'disruptive' }).name).toBe('strict');
  expect(tierFor([usual, strict], { ...question, risk: 'disruptive' }).name).toBe('usual');
  expect(tierFor([], question)).toEqual(strictest);
});
