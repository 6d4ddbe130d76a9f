import { bySeverity, type Severity } from '../domain/check.ts';
import {
  type Change,
  type Finding,
  type FindingEvent,
  fingerprintOf,
  nameBeside,
  type Sighting,
} from '../domain/finding.ts';
import type { Store } from '../domain/store.ts';
import type { Asked, Sight } from './inspect.ts';

/** One question and its answer, as reports show it. */
export interface Observed {
  readonly check: string;
  readonly status: 'pass' | 'fail' | 'unknown' | 'notApplicable';
  readonly resource: string;
  readonly account: string;
  readonly region: string;
  readonly severity: Severity;
  readonly controls: readonly string[];
  readonly because: string | null;
  /** The finding's handle, where there is one. */
  readonly finding: string | null;
}

export interface Reconciled {
  readonly observed: readonly Observed[];
  readonly changes: readonly { readonly finding: Finding; readonly change: Exclude<Change, null> }[];
}

/** What is remembered of an open finding while the account is scanned. */
type Noted = Pick<Finding, 'handle' | 'severity'>;
type Resource = Extract<Sight, { kind: 'resource' }>;
type Listed = Extract<Sight, { kind: 'listed' }>;

const systemActor = 'system:scan';

/**
 * Turns what was seen into findings, one resource at a time and never by halves. Keeps a note of the findings that are
 * open, so that a pass for a resource without any costs no look into the store.
 */
export class Reconciler {
  readonly #store: Store;
  readonly #scan: string;
  readonly #provider: string;
  readonly #open = new Map<string, Map<string, Noted>>();

  constructor(store: Store, provider: string, scan: string) {
    this.#store = store;
    this.#provider = provider;
    this.#scan = scan;
  }

  /** Loads the account's open findings; to be awaited before its first resource. */
  async prepare(account: string): Promise<void> {
    const { findings } = await this.#store.findings.find({ status: 'open', accounts: [account] });
    const noted = new Map<string, Noted>(
      findings.map(({ fingerprint, handle, severity }) => [fingerprint, { handle, severity }]),
    );
    // What was fixed waits for a scan to say so: its findings are told of a pass although they are resolved.
    for (const { plan } of await this.#store.remediations.unseenByScan()) {
      for (const { finding: fingerprint, handle, severity } of plan.account === account ? plan.targets : [])
        if (!noted.has(fingerprint)) noted.set(fingerprint, { handle, severity });
    }
    this.#open.set(account, noted);
  }

  /** Several resources in one transaction. */
  async resources(batch: readonly Resource[], at: string): Promise<Reconciled> {
    return this.#store.transaction(async (tx) => {
      const observed: Observed[] = [];
      const changes: { finding: Finding; change: Exclude<Change, null> }[] = [];
      for (const sight of batch) {
        for (const asked of sight.asked) {
          const { noted, finding, change } = await this.#apply(tx, sight, asked, at);
          observed.push(observation(sight, asked, noted));
          if (change && finding) changes.push({ finding, change });
        }
      }
      return { observed, changes };
    });
  }

  /** Findings of a listing that came to its end without them: their resource is gone, which is not a fix. */
  async gone(sight: Listed, regions: readonly string[], at: string): Promise<Reconciled['changes']> {
    if (sight.why) return [];
    const checks = sight.wanted.checks.map((c) => c.id);
    const within =
      sight.wanted.definition.scope === 'global'
        ? regions.length > 0
          ? [...regions, 'global']
          : null
        : [sight.region];
    const scope = { provider: this.#provider, account: sight.identity.id, kind: sight.wanted.kind };
    return this.#store.transaction(async (tx) => {
      const missing = await tx.findings.unseen({ ...scope, checks, regions: within, scan: this.#scan });
      const changes: { finding: Finding; change: Exclude<Change, null> }[] = [];
      for (const finding of missing) {
        const { finding: next, change } = await tx.findings.apply(
          finding,
          { kind: 'gone', at },
          systemActor,
          this.#scan,
        );
        if (next && change) {
          changes.push({ finding: next, change });
          await audit(tx, next, change, at, this.#scan);
        }
      }
      return changes;
    });
  }

  async #apply(
    tx: Store,
    sight: Resource,
    asked: Asked,
    at: string,
  ): Promise<{ noted: Noted | null; finding: Finding | null; change: Change }> {
    const sighting: Sighting = {
      provider: this.#provider,
      account: sight.identity.id,
      region: sight.subject.region,
      kind: sight.of,
      checkId: asked.checkId,
      resource: sight.subject.id,
    };
    const noted = this.#open.get(sight.identity.id)?.get(fingerprintOf(sighting)) ?? null;
    const event = eventOf(asked, noted, at, nameBeside(sight.subject.id, sight.subject.name));
    if (event?.kind !== 'failed' && noted === null) return { noted, finding: null, change: null };
    if (event === null) {
      await tx.findings.seen(sighting, this.#scan);
      return { noted, finding: null, change: null };
    }
    const { finding, change } = await tx.findings.apply(sighting, event, systemActor, this.#scan);
    if (finding && change) await audit(tx, finding, change, at, this.#scan);
    return { noted: finding, finding, change };
  }
}

/** What a scan may say of a finding; nothing when it does not know. */
function eventOf(
  asked: Asked,
  noted: Noted | null,
  at: string,
  name: string | undefined,
): FindingEvent | null {
  const { answer } = asked;
  switch (answer.status) {
    case 'fail':
      return {
        kind: 'failed',
        at,
        severity: severityOf(asked, noted),
        because: answer.because,
        ...(name === undefined ? {} : { name }),
      };
    case 'pass':
      return { kind: 'passed', at };
    case 'notApplicable':
      return { kind: 'notApplicable', at, because: answer.because };
    case 'unknown':
      return null;
  }
}

/** Tags that could not be read make a finding no less severe than it was with them. */
function severityOf({ severity, severityAtLeast }: Asked, noted: Noted | null): Severity {
  return severityAtLeast && noted && bySeverity(noted.severity, severity) < 0 ? noted.severity : severity;
}

async function audit(tx: Store, finding: Finding, change: Exclude<Change, null>, at: string, scan: string) {
  await tx.audit.append({
    at,
    actor: systemActor,
    action: `finding.${change}`,
    subject: finding.handle,
    detail: { check: finding.checkId, resource: finding.resource, severity: finding.severity, scan },
  });
}

function observation(sight: Resource, asked: Asked, noted: Noted | null): Observed {
  return {
    check: asked.checkId,
    status: asked.answer.status,
    resource: sight.subject.id,
    account: sight.identity.id,
    region: sight.subject.region,
    severity: severityOf(asked, noted),
    controls: asked.controls,
    because: asked.answer.because ?? null,
    finding: noted?.handle ?? null,
  };
}
