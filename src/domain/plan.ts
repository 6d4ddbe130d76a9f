import { createHash } from 'node:crypto';
import { canonical } from './audit.ts';
import type { Json } from './catalog.ts';
import type { Severity } from './check.ts';
import type { Fingerprint } from './finding.ts';
import type { Consequence, Reversibility, Risk } from './remedy.ts';
import type { Tier } from './tier.ts';

/** One resource of a plan: what is there, and what would be. `null` is absence: nothing is set. */
export interface Target {
  readonly finding: Fingerprint;
  /** The finding's handle: `F-7K3QX`. */
  readonly handle: string;
  readonly severity: Severity;
  readonly resource: string;
  readonly name: string;
  readonly region: string;
  /** What is really written, where that is a neighbour: a trail's log bucket. Held while the plan is carried out. */
  readonly touches: readonly string[];
  readonly before: Json;
  readonly after: Json;
  /** API operations in order: `PutPublicAccessBlock`. */
  readonly calls: readonly string[];
  readonly consequences: readonly Consequence[];
}

/** Everything an approver agrees to. Made without changing anything; its hash is what a vote is for. */
export interface Plan {
  readonly deed: 'fix' | 'undo';
  /** The remediation that an undo takes back. */
  readonly reverses: string | null;
  readonly provider: string;
  readonly account: string;
  readonly check: string;
  readonly remedy: string;
  readonly title: string;
  readonly kind: string;
  readonly fact: string;
  readonly choice: string | null;
  readonly risk: Risk;
  readonly reversibility: Reversibility;
  readonly verdict: Consequence['weight'];
  /** IAM actions that the write needs, and no other. */
  readonly actions: readonly string[];
  /** The first is done and verified before the rest. */
  readonly targets: readonly [Target, ...Target[]];
  readonly tier: Tier;
  readonly hash: string;
}

/**
 * SHA-256 over what would be done, to what, from which state, at what risk and on whose word, and over what it was said to
 * break: an approver agrees to that too. Never over titles.
 */
export function hashOfPlan(plan: Omit<Plan, 'hash'>): string {
  const { deed, reverses, provider, account, check, remedy, kind, fact, choice, verdict, actions, tier } =
    plan;
  const targets = plan.targets.map(
    ({ finding, resource, region, touches, before, after, calls, consequences }) => ({
      finding,
      resource,
      region,
      touches,
      before,
      after,
      calls,
      breaks: consequences.filter((c) => c.weight !== 'safe').map(({ weight, says }) => ({ weight, says })),
    }),
  );
  const about = {
    deed,
    reverses,
    provider,
    account,
    check,
    remedy,
    kind,
    fact,
    choice,
    verdict,
    actions,
    tier,
  };
  return createHash('sha256')
    .update(canonical({ ...about, targets }))
    .digest('hex');
}

/** A change of one field. `undefined` is absence of the field, `null` of the whole. */
export interface Difference {
  /** `blockPublicAcls`, `Statement[1].Effect`; empty for the value as a whole. */
  readonly field: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

const isPlain = (v: unknown): v is Readonly<Record<string, Json>> =>
  v !== null && typeof v === 'object' && !Array.isArray(v);

/** A text that holds JSON (a policy) is compared by its content. */
function opened(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

/** Field by field, in the order of the fields; nothing for equal values. */
export function differences(
  before: Json | undefined,
  after: Json | undefined,
  field = '',
): readonly Difference[] {
  const [a, b] = [opened(before), opened(after)];
  if (canonical(a) === canonical(b)) return [];
  if (isPlain(a) && isPlain(b)) {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return names.flatMap((name) => differences(a[name], b[name], field === '' ? name : `${field}.${name}`));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    // What was taken out or put in is what people look for, not everything that moved up.
    const same = (x: Json) => (y: Json) => canonical(x) === canonical(y);
    const gone = a.flatMap((x, i) => (b.some(same(x)) ? [] : [{ i, x }]));
    const come = b.flatMap((y, i) => (a.some(same(y)) ? [] : [{ i, y }]));
    if (gone.length + come.length > 0)
      return [
        ...gone.map(({ i, x }) => ({ field: `${field}[${i}]`, before: x, after: undefined })),
        ...come.map(({ i, y }) => ({ field: `${field}[${i}]`, before: undefined, after: y })),
      ];
  }
  return [{ field, before: a, after: b }];
}

/** Equal as the cloud would see it: the order of an object's keys says nothing. */
export const sameValue = (a: Json | undefined, b: Json | undefined): boolean => canonical(a) === canonical(b);

/** What approvers of a disruptive plan type: the last six characters of the (first) resource's name, spaces around them aside. */
export const confirmationOf = (plan: Pick<Plan, 'targets'>): string => plan.targets[0].name.slice(-6).trim();
