import { hashOfPlan, type Plan, type Target } from '../../src/domain/plan.ts';
import {
  type Clocks,
  type Person,
  proposed,
  type Remediation,
  type Vote,
} from '../../src/domain/remediation.ts';
import { hour } from './store-samples.ts';

const hours = 60 * 60_000;

export const clocks: Clocks = {
  approveWithinMs: 24 * hours,
  executeWithinMs: 4 * hours,
  undoWithinMs: 72 * hours,
  lookAgainMs: 15 * 60_000,
  reviewWithinMs: 24 * hours,
};

export const person = (name: string): Person => ({ person: name, by: `slack:T1:${name}`, name });

export const bucket = (n: number): string => `arn:aws:s3:::bucket-${n}`;

export const target = (n: number, over: Partial<Target> = {}): Target => ({
  finding: `${n}`.padStart(64, '0'),
  handle: `F-${n}`,
  severity: 'high',
  resource: bucket(n),
  name: `bucket-${n}`,
  region: 'eu-west-1',
  touches: [bucket(n)],
  before: null,
  after: { status: 'Enabled' },
  calls: ['PutBucketVersioning'],
  consequences: [{ weight: 'unknown', says: 'nobody can tell who reads “é"\'” from it' }],
  ...over,
});

export function plan(over: Partial<Omit<Plan, 'hash'>> = {}): Plan {
  const drawn: Omit<Plan, 'hash'> = {
    deed: 'fix',
    reverses: null,
    provider: 'aws',
    account: '111122223333',
    check: 'aws/s3/bucket-versioning',
    remedy: 'aws/s3/bucket-versioning',
    title: 'Turn on versioning',
    kind: 'aws.s3.bucket',
    fact: 'versioning',
    choice: null,
    risk: 'safe',
    reversibility: { undo: 'partly', because: 'versioning can only be suspended' },
    verdict: 'unknown',
    actions: ['s3:PutBucketVersioning'],
    targets: [target(1)],
    tier: { name: 'one', quorum: 1, distinctGroups: false, confirm: false, stepUp: false },
    ...over,
  };
  return { ...drawn, hash: hashOfPlan(drawn) };
}

/** Asked for at hour 1; may be approved until hour 25. */
export const remediation = (over: Partial<Remediation> = {}): Remediation => {
  const { id = 'R-1', plan: agreed = plan() } = over;
  return { ...proposed(id, agreed, person('asker'), 'an audit asked for it', hour(1), clocks), ...over };
};

export const vote = (r: Remediation, who: string, at = hour(2)): Vote => ({
  ...person(who),
  groups: ['security'],
  at,
  hash: r.plan.hash,
  proof: 'none',
});
