/**
 * What the compiler refuses, pinned: `tsc --noEmit` fails when one of these stops being an error. The last three, on
 * remedies, stand over a small made-up catalogue.
 */
import { defineCheck, fail, pass } from '#src/check';
import type { Catalog, Collector, FactName, Kind, WritableCollector } from '../../src/domain/catalog.ts';
import type { Check, Settings } from '../../src/domain/check.ts';

const common = { title: 'A sentence', severity: 'low', controls: ['164.312(b)'] } as const;

export const declared = defineCheck({
  ...common,
  id: 'aws/s3/declared',
  kind: 'aws.s3.bucket',
  facts: ['versioning'],
  evaluate: ({ versioning }) => (versioning.enabled ? pass : fail('versioning is off')),
});

export const undeclaredFact = defineCheck({
  ...common,
  id: 'aws/s3/undeclared-fact',
  kind: 'aws.s3.bucket',
  facts: ['versioning'],
  // @ts-expect-error a check reads only what it declares: else the engine would not have asked for it
  evaluate: ({ encryption }) => (encryption ? pass : fail('off')),
});

export const factOfAnotherKind = defineCheck({
  ...common,
  id: 'aws/s3/fact-of-another-kind',
  kind: 'aws.s3.bucket',
  // @ts-expect-error a bucket has no rotation: that is a fact of keys
  facts: ['rotation'],
  evaluate: () => pass,
});

export const unknownKind = defineCheck({
  ...common,
  id: 'aws/s3/unknown-kind',
  // @ts-expect-error no collector lists such a kind
  kind: 'aws.s3.bukcet',
  // @ts-expect-error so it has no facts either
  facts: ['versioning'],
  evaluate: () => pass,
});

export const noFacts = defineCheck({
  ...common,
  id: 'aws/s3/no-facts',
  kind: 'aws.s3.bucket',
  // @ts-expect-error a question over nothing has no answer, and would never be unknown
  facts: [],
  evaluate: () => pass,
});

export const unknownSafeguard = defineCheck({
  ...common,
  id: 'aws/s3/unknown-safeguard',
  // @ts-expect-error there is no paragraph (z) in the rule
  controls: ['164.312(z)'],
  kind: 'aws.s3.bucket',
  facts: ['versioning'],
  evaluate: () => pass,
});

interface Lamp {
  readonly id: string;
  readonly region: string;
}
declare const brightness: WritableCollector<Lamp, number>;
declare const colour: WritableCollector<Lamp, string>;
declare const age: Collector<Lamp, number>;
declare const list: () => AsyncIterable<Lamp>;

const lamps = {
  'made.up.lamp': {
    title: 'Lamp',
    scope: 'regional',
    permissions: [],
    pattern: () => '*',
    list,
    facts: { brightness, colour, age },
  },
} as const satisfies Catalog<unknown>;
type Lamps = typeof lamps;

declare function defineLampCheck<
  const K extends Kind<Lamps>,
  const F extends FactName<Lamps, K>,
  const S extends Settings = Settings,
>(check: Check<Lamps, K, F, '164.312(b)', S>): void;

const lamp = { ...common, kind: 'made.up.lamp', evaluate: () => pass } as const;
const words = { risk: 'safe', explain: 'Turns the lamp up' } as const;

defineLampCheck({
  ...lamp,
  id: 'made/up/remedy',
  facts: ['brightness'],
  remedy: { ...words, fact: 'brightness', desired: (now) => now + 1 },
});

defineLampCheck({
  ...lamp,
  id: 'made/up/remedy-on-read-only-fact',
  facts: ['brightness', 'age'],
  // @ts-expect-error nothing can set a lamp's age: its collector has no `write`
  remedy: { ...words, fact: 'age', desired: () => 0 },
});

defineLampCheck({
  ...lamp,
  id: 'made/up/remedy-on-undeclared-fact',
  facts: ['brightness'],
  // @ts-expect-error what a remedy sets must be what the check looks at: else it could not be verified
  remedy: { ...words, fact: 'colour', desired: () => 'white' },
});

defineLampCheck({
  ...lamp,
  id: 'made/up/remedy-of-the-wrong-type',
  facts: ['brightness'],
  // @ts-expect-error a brightness is a number
  remedy: { ...words, fact: 'brightness', desired: () => 'bright' },
});
