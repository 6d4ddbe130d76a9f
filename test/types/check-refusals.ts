/** What the compiler refuses, pinned: `tsc --noEmit` fails when one of these stops being an error. */
import { defineCheck, fail, pass } from '#src/check';

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
