import { type AuditRecord, genesis, hashOf } from '../../src/domain/audit.ts';
import { bySeverity, type Severity } from '../../src/domain/check.ts';
import { isBelow } from '../../src/domain/citation.ts';
import { type Change, type Finding, type FindingEvent, transition } from '../../src/domain/finding.ts';
import { signature } from '../../src/domain/people.ts';
import { type AccountResult, coverageOf, type NoLongerScanned, type Scan } from '../../src/domain/scan.ts';
import type { HistoryEntry } from '../../src/domain/store.ts';
import type { Digest, Origin, Refusal, RefusedCall, Services, Symptom } from '../../src/engine/services.ts';
import { sampleAttestations, sampleCoverage } from './sample-coverage.ts';
import { type DeskSamples, sampleDesks } from './sample-desks.ts';
import { checks, daysBefore, now, production, research, typical } from './sample-findings.ts';
import { peopleDesk } from './sample-people.ts';

export interface Samples extends DeskSamples {
  readonly findings?: readonly Finding[];
  readonly accounts?: readonly (AccountResult & { scan: string; finishedAt: string })[];
  readonly noLongerScanned?: readonly NoLongerScanned[];
  readonly running?: boolean;
  readonly symptoms?: readonly Symptom[];
  readonly registry?: Services['registry'];
  readonly limits?: NonNullable<Services['limits']>;
  readonly demo?: string;
  readonly records?: number;
}

export interface SampleServices extends Services {
  /** What was refused, and what was done, for tests to look at. */
  readonly refused: (RefusedCall & { by: string })[];
  readonly done: string[];
}

export const accountsSample: NonNullable<Samples['accounts']> = [
  {
    ...production,
    resources: 120,
    tally: { pass: 300, fail: 12, notApplicable: 20, unknown: 4 },
    notAssessed: [
      { account: production.id, reason: 'denied', permission: 's3:GetBucketPolicy', count: 3 },
      { account: production.id, reason: 'throttled', permission: null, count: 1 },
    ],
    scan: 'S-1',
    finishedAt: daysBefore(0.25),
  },
  {
    ...research,
    resources: 0,
    tally: { pass: 40, fail: 1, notApplicable: 0, unknown: 0 },
    notAssessed: [],
    scan: 'S-1',
    finishedAt: daysBefore(0.25),
  },
];

export const scanSample: Scan = {
  id: 'S-1',
  state: 'finished',
  startedAt: daysBefore(0.26),
  finishedAt: daysBefore(0.25),
  by: 'slack:T1:UANN',
  filter: { accounts: [], regions: [], services: [], checks: [] },
  accounts: accountsSample,
  calls: 812,
  changes: { opened: 2, regressed: 1, resolved: 3, gone: 1, notApplicable: 0 },
  error: null,
};

function counted(findings: readonly Finding[]) {
  const out = { critical: 0, high: 0, medium: 0, low: 0, accepted: 0, acknowledged: 0 };
  for (const f of findings) {
    if (f.status !== 'open') continue;
    out[f.severity]++;
    if (f.triage.kind === 'accepted') out.accepted++;
    if (f.triage.kind === 'acknowledged') out.acknowledged++;
  }
  return out;
}

/** A port of the engine in memory: enough for tables of commands; stories use the real one. */
export function sampleServices(samples: Samples = {}): SampleServices {
  const findings = [...(samples.findings ?? typical)];
  const accounts = samples.accounts ?? accountsSample;
  const histories = new Map<string, HistoryEntry[]>();
  const refused: SampleServices['refused'] = [];
  const done: string[] = [];
  let running: Scan | null = samples.running
    ? { ...scanSample, id: 'S-2', state: 'running', finishedAt: null }
    : null;

  const at = (id: string) => {
    const handle = id.toUpperCase().startsWith('F-') ? id.toUpperCase() : `F-${id.toUpperCase()}`;
    return findings.findIndex((f) => f.handle === handle || f.fingerprint === id);
  };
  const history = (f: Finding): HistoryEntry[] => {
    const first: HistoryEntry = {
      at: f.firstSeen,
      actor: 'system:scan',
      change: 'new',
      because: f.because,
      scan: 'S-1',
    };
    const entries = histories.get(f.fingerprint) ?? [first];
    histories.set(f.fingerprint, entries);
    return entries;
  };

  function decide(id: string, event: FindingEvent, from: Origin): Finding | Refusal {
    const i = at(id);
    const before = findings[i];
    if (!before) return { refused: `There is no finding "${id}". \`findings\` lists them with their ids.` };
    if (before.status === 'resolved')
      return { refused: `${before.handle} needs no decision: it is resolved.` };
    const { next, change } = transition(before, event);
    findings[i] = next;
    const entry = {
      at: from.now.toISOString(),
      actor: signature(from.actor),
      change: change as Exclude<Change, null>,
      because: 'reason' in event ? event.reason : '',
      scan: null,
    };
    history(next).push(entry);
    done.push(`${event.kind} ${next.handle} by ${from.actor.name}`);
    return next;
  }

  const records: AuditRecord[] = [];
  for (let seq = 1; seq <= (samples.records ?? 3); seq++) {
    const entry = {
      seq,
      previous: records.at(-1)?.hash ?? genesis,
      at: daysBefore(1),
      actor: 'system:scan',
      action: 'scan.started',
      subject: `S-${seq}`,
      detail: {},
    };
    records.push({ ...entry, hash: hashOf(entry) });
  }
  const head = { seq: records.length, hash: records.at(-1)?.hash ?? genesis };
  const dueDays: Record<Severity, number> = { critical: 2, high: 7, medium: 30, low: 90 };
  const dueAt = (f: Finding) =>
    new Date(Date.parse(f.openedAt) + dueDays[f.severity] * 86_400_000).toISOString();

  return {
    refused,
    done,
    registry: samples.registry ?? [],
    ...(samples.limits ? { limits: samples.limits } : {}),
    ...(samples.demo ? { demo: samples.demo } : {}),
    people: peopleDesk,
    attestations: sampleAttestations(done),
    coverage: sampleCoverage,
    refusals: {
      async record(refusal, from) {
        refused.push({ ...refusal, by: from.actor.name });
      },
    },
    findings: {
      async find(q) {
        const found = findings
          .filter((f) => (q.status ?? 'open') === 'any' || f.status === (q.status ?? 'open'))
          .filter((f) => !q.severityAtLeast || bySeverity(f.severity, q.severityAtLeast) <= 0)
          .filter((f) => !q.accounts?.length || q.accounts.includes(f.account))
          .filter((f) => !q.regions?.length || q.regions.includes(f.region))
          .filter((f) => !q.services?.length || q.services.includes(f.checkId.split('/')[1] ?? ''))
          .filter((f) => !q.checks?.length || q.checks.includes(f.checkId))
          .filter((f) => !q.triage || f.triage.kind === q.triage)
          .filter((f) => !q.owner || f.owner === q.owner)
          .filter((f) => !q.openedBefore || f.openedAt < q.openedBefore)
          .filter((f) => !q.resource || f.resource.toLowerCase().includes(q.resource.toLowerCase()))
          .sort((a, b) => bySeverity(a.severity, b.severity) || a.openedAt.localeCompare(b.openedAt));
        const offset = q.offset ?? 0;
        return { total: found.length, findings: found.slice(offset, offset + (q.limit ?? found.length)) };
      },
      async get(id) {
        const found = findings[at(id)];
        return found ? { finding: found, history: history(found) } : null;
      },
      similar: async (id) =>
        findings
          .map((f) => f.handle)
          .filter((h) => [...h].filter((c, i) => c !== id.toUpperCase()[i]).length <= 2)
          .slice(0, 3),
      counts: async (only) => counted(findings.filter((f) => !only?.length || only.includes(f.account))),
      acknowledge: async (id, { forMs, reason }, from) =>
        decide(
          id,
          {
            kind: 'acknowledged',
            at: from.now.toISOString(),
            by: signature(from.actor),
            reason,
            until: new Date(from.now.getTime() + forMs).toISOString(),
          },
          from,
        ),
      accept: async (id, what, from) =>
        decide(
          id,
          { kind: 'accepted', at: from.now.toISOString(), by: signature(from.actor), ...what },
          from,
        ),
      assign: async (id, owner, from) =>
        decide(id, { kind: 'assigned', at: from.now.toISOString(), by: signature(from.actor), owner }, from),
      async share(id) {
        const found = findings[at(id)];
        if (found) done.push(`shared ${found.handle}`);
        return found ?? { refused: `There is no finding "${id}".` };
      },
      dueAt,
    },
    scans: {
      async start(_filter, from) {
        if (running) return { refused: `Scan ${running.id} is already running. \`scan cancel\` ends it.` };
        running = { ...scanSample, id: 'S-2', state: 'running', finishedAt: null };
        done.push(`scan by ${from.actor.name}`);
        return { id: running.id };
      },
      async cancel() {
        if (!running) return { refused: 'No scan is running here.' };
        const ended: Scan = { ...running, state: 'cancelled', finishedAt: now.toISOString() };
        running = null;
        return ended;
      },
      running: async () => running,
      progress: () => null,
      latest: async () => (running ? [running, scanSample] : accounts.length > 0 ? [scanSample] : []),
      perAccount: async () => accounts,
      noLongerScanned: async () => samples.noLongerScanned ?? [],
      nextAt: () => daysBefore(-0.5),
    },
    digests: {
      async compose({ accounts: only, since }): Promise<Digest> {
        const seen = findings.filter((f) => !only?.length || only.includes(f.account));
        const open = seen.filter((f) => f.status === 'open');
        const decided = open.filter((f) => f.triage.kind !== 'accepted');
        const worst = [...decided].sort((a, b) => bySeverity(a.severity, b.severity));
        return {
          at: now.toISOString(),
          since,
          accounts: accounts.map((a) => a.name),
          opened: open.filter((f) => f.openedAt >= since),
          resolved: [],
          gone: seen.filter((f) => f.resolution === 'gone' && (f.resolvedAt ?? '') >= since),
          regressed: open.filter((f) => f.regressions > 0),
          pastDue: decided.filter((f) => f.triage.kind === 'untriaged' && dueAt(f) < now.toISOString()),
          expiring: open.filter((f) => f.triage.kind === 'acknowledged'),
          lapsed: [],
          top: worst.slice(0, 5),
          open: counted(seen),
          coverage: coverageOf(accounts),
          notAssessed: accounts.flatMap((a) => a.notAssessed.map((n) => ({ ...n, account: a.name }))),
          accountsRefused: accounts.flatMap((a) => (a.refused ? [{ name: a.name, because: a.refused }] : [])),
          noLongerScanned: samples.noLongerScanned ?? [],
          scannedAt: accounts[0]?.finishedAt ?? null,
          trend: Array.from({ length: 14 }, (_, i) => ({
            day: daysBefore(13 - i).slice(0, 10),
            counts: { critical: i % 3, high: 2, medium: 5 - Math.floor(i / 4), low: 1 },
          })),
          head,
        };
      },
    },
    checks: {
      all: () => checks,
      get: (id) => checks.find((c) => c.id === id) ?? null,
      citing: (citation) =>
        checks.filter((c) => c.controls.some((s) => isBelow(s, citation))).map((c) => c.id),
    },
    audit: {
      verify: async () => ({ ok: true, records: records.length, head: head.hash }),
      head: async () => head,
      async *export(from = 1) {
        yield* records.slice(from - 1);
      },
    },
    doctor: {
      examine: async () =>
        samples.symptoms ?? [
          { area: 'Store', state: 'ok', says: 'The database can be written.' },
          {
            area: 'Slack',
            state: 'failed',
            says: 'The token was refused.',
            remedy: 'Set SLACK_BOT_TOKEN anew.',
          },
          { area: 'Schedule', state: 'warning', says: 'No scan is scheduled.' },
          { area: 'Teams', state: 'skipped', says: 'Teams is not configured.' },
        ],
    },
    ...sampleDesks(samples, (id) => findings[at(id)], done),
    policy: {
      read: (format) => (format === 'json' ? '{"Version":"2012-10-17"}' : `# ${format}`),
      remediate: (format) => (format === 'json' ? '{"Version":"2012-10-17","Statement":[]}' : `# ${format}`),
    },
  };
}
