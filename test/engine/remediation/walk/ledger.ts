import { expect } from 'vitest';
import { type AuditRecord, genesis, hashOf } from '../../../../src/domain/audit.ts';
import type { Remediation } from '../../../../src/domain/remediation.ts';
import type { TierName } from './world.ts';

/** One remediation as its records alone tell it, in the walk's own words. */
interface Told {
  readonly requester: string;
  readonly tier: TierName;
  readonly plan: string;
  readonly resources: readonly string[];
  readonly approveBy: number;
  readonly glass: boolean;
  readonly votes: Map<string, readonly string[]>;
  executeBy: number;
  state: string;
  version: number;
  readonly intents: Set<string>;
  readonly written: Set<string>;
  readonly passes: Map<string, boolean>;
}

/** What is kept of a vote. */
interface Cast {
  readonly person: string;
  readonly groups: readonly string[];
  readonly plan: string;
  readonly proof: string;
}

/** What is kept of a request. */
function asked(detail: AuditRecord['detail']): Pick<Told, 'requester' | 'tier' | 'plan' | 'resources'> {
  const { person, tier, plan, resources } = detail as unknown as Omit<Told, 'requester'> & {
    readonly person: string;
  };
  return { requester: person, tier, plan, resources };
}

const day = 24 * 3_600_000;
const quarter = 15 * 60_000;

/** Enough persons: the rules of the three tiers, written down a second time. */
function enough({ tier, votes, glass }: Told): boolean {
  if (glass) return true;
  if (tier !== 'apart') return votes.size >= 1;
  const groups = [...votes.values()];
  return groups.some((g) => g.includes('security')) && groups.some((g) => g.includes('platform'));
}

const over = ['denied', 'withdrawn', 'expired', 'stale', 'frozen', 'failed', 'undone'];

/** Reads the ledger record by record, and fails at the first that must not be there. */
export function reader() {
  const told = new Map<string, Told>();
  const actions = new Map<string, number>();
  let [stopped, seq, previous] = [false, 0, genesis];

  function proposal({ action, detail, at }: AuditRecord): Told {
    const glass = action === 'remediation.glassBroken';
    // The kill switch stops broken glass as well.
    if (glass) expect(stopped).toBe(false);
    return {
      ...asked(detail),
      approveBy: Date.parse(at) + day,
      glass,
      votes: new Map(),
      executeBy: glass ? Date.parse(at) + quarter : 0,
      state: glass ? 'approved' : 'proposed',
      version: 1,
      intents: new Set(),
      written: new Set(),
      passes: new Map(),
    };
  }

  function vote(r: Told, { detail, at }: AuditRecord): void {
    const { person, groups, plan, proof } = detail as unknown as Cast;
    expect(r.state).toBe('proposed');
    expect(stopped).toBe(false);
    expect(person).not.toBe(r.requester);
    expect(r.votes.has(person)).toBe(false);
    expect(plan).toBe(r.plan);
    expect(Date.parse(at)).toBeLessThan(r.approveBy);
    if (r.tier === 'proven') expect(proof).toBe('totp');
    r.votes.set(person, groups);
    if (!enough(r)) return;
    r.state = 'approved';
    r.executeBy = Date.parse(at) + quarter;
  }

  function intent(r: Told, resource: string): void {
    expect(r.state).toBe('executing');
    expect(stopped).toBe(false);
    expect(enough(r)).toBe(true);
    expect(r.intents.has(resource)).toBe(false);
    r.intents.add(resource);
  }

  function turned(r: Told, to: string): void {
    if (to === 'applied' || to === 'unverified') {
      // Only from what was written and looked at, and only applied where each look was good.
      expect(['verifying', 'applied', 'unverified']).toContain(r.state);
      const good = r.resources.every((one) => r.written.has(one) && r.passes.get(one) === true);
      expect(to).toBe(good ? 'applied' : 'unverified');
    }
    if (over.includes(r.state)) expect(to).toBe('undone');
    r.state = to;
  }

  function read(record: AuditRecord): string | null {
    expect(record.seq).toBe(seq + 1);
    expect(record.previous).toBe(previous);
    const { hash, ...rest } = record;
    expect(hashOf(rest)).toBe(hash);
    [seq, previous] = [record.seq, hash];
    const { action, subject, detail } = record;
    actions.set(action, (actions.get(action) ?? 0) + 1);
    if (action === 'freeze.on') stopped = true;
    if (action === 'freeze.off') stopped = false;
    if (!action.startsWith('remediation.') || action === 'remediation.refused') return null;
    const what = action.slice('remediation.'.length);
    if (what === 'proposed' || what === 'glassBroken') {
      expect(told.has(subject)).toBe(false);
      told.set(subject, proposal(record));
      return subject;
    }
    const r = told.get(subject);
    if (!r) throw new Error(`${subject} was never proposed`);
    r.version++;
    const resource = String(detail['resource']);
    if (what === 'approved') vote(r, record);
    else if (what === 'executing') {
      expect(r.state).toBe('approved');
      expect(Date.parse(record.at)).toBeLessThan(r.executeBy);
      r.state = 'executing';
    } else if (what === 'writing') intent(r, resource);
    else if (what === 'written') {
      expect(r.intents.has(resource)).toBe(true);
      r.written.add(resource);
      if (r.written.size === r.resources.length) r.state = 'verifying';
    } else if (what === 'looked') r.passes.set(resource, detail['passes'] === true);
    else if (['settled', 'reviewed', 'reviewOverdue'].includes(what)) expect(r.state).not.toBe('proposed');
    else turned(r, what);
    return subject;
  }

  return {
    actions,
    told,
    next: () => seq + 1,
    /** Takes what is new, and answers whom it was about. */
    take: (records: readonly AuditRecord[]): ReadonlySet<string> =>
      new Set(records.map(read).filter((subject) => subject !== null)),
    /** The row says what its records say, and each change of it has one record. */
    agree(r: Remediation): void {
      const { state, version } = told.get(r.id) ?? {};
      expect({ id: r.id, state: r.state, version: r.version }).toEqual({ id: r.id, state, version });
    },
  };
}
