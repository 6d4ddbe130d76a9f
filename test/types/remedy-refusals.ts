/** What the compiler refuses of a remedy, pinned: `tsc --noEmit` fails when one of these stops being an error. */
import { cannot, defineRemedy, to } from '#src/remedy';

const common = {
  title: 'An order',
  cures: ['aws/s3/bucket-versioning'],
  risk: 'safe',
  reversibility: { undo: 'fully' },
} as const;

export const settable = defineRemedy({
  ...common,
  id: 'aws/s3/settable',
  kind: 'aws.s3.bucket',
  fact: 'versioning',
  considers: ['lifecycle'],
  settings: { maxAgeDays: 90 },
  desired: (current, { settings }) =>
    settings.maxAgeDays > 0 ? to({ ...current, enabled: true }) : cannot('the age must be positive'),
  consequences: ({ lifecycle }) => (lifecycle.known ? [] : []),
});

export const readOnlyFact = defineRemedy({
  ...common,
  id: 'aws/s3/read-only-fact',
  kind: 'aws.s3.bucket',
  // @ts-expect-error where a bucket lies cannot be set: its collector has no `write`
  fact: 'location',
  desired: () => to('eu-west-1'),
});

export const unknownFact = defineRemedy({
  ...common,
  id: 'aws/s3/unknown-fact',
  kind: 'aws.s3.bucket',
  // @ts-expect-error a bucket has no such fact
  fact: 'verzioning',
  desired: () => to(null),
});

export const factOfAnotherKind = defineRemedy({
  ...common,
  id: 'aws/s3/fact-of-another-kind',
  kind: 'aws.account',
  // @ts-expect-error an account has no encryption rules: that is a fact of buckets
  fact: 'encryptionRules',
  desired: () => to(null),
});

export const wrongType = defineRemedy({
  ...common,
  id: 'aws/s3/wrong-type',
  kind: 'aws.s3.bucket',
  fact: 'ownership',
  // @ts-expect-error ownership is a word or null
  desired: () => to(true),
});

export const halfAValue = defineRemedy({
  ...common,
  id: 'aws/s3/half-a-value',
  kind: 'aws.s3.bucket',
  fact: 'publicAccessBlock',
  // @ts-expect-error a value is written whole: three flags would be forgotten
  desired: () => to({ blockPublicAcls: true }),
});

export const undeclaredConsideration = defineRemedy({
  ...common,
  id: 'aws/s3/undeclared-consideration',
  kind: 'aws.s3.bucket',
  fact: 'ownership',
  considers: ['acl'],
  desired: () => to('BucketOwnerEnforced'),
  // @ts-expect-error a remedy reads only what it declares: else the engine would not have asked for it
  consequences: ({ website }) => (website.known ? [] : []),
});

export const unknownRisk = defineRemedy({
  ...common,
  id: 'aws/s3/unknown-risk',
  kind: 'aws.s3.bucket',
  fact: 'ownership',
  // @ts-expect-error there are two: safe and disruptive
  risk: 'harmless',
  desired: () => to('BucketOwnerEnforced'),
});

export const curesNothing = defineRemedy({
  ...common,
  id: 'aws/s3/cures-nothing',
  // @ts-expect-error a remedy for no check would never be offered
  cures: [],
  kind: 'aws.s3.bucket',
  fact: 'ownership',
  desired: () => to('BucketOwnerEnforced'),
});
