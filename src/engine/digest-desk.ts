import type { Finding } from '../domain/finding.ts';
import { coverageOf } from '../domain/scan.ts';
import type { Engine } from './context.ts';
import type { Digest, DigestDesk, FindingDesk } from './services.ts';
import { named, worstFirst } from './worst.ts';

/** How long before its end a decision is worth a line: a risk acceptance must be prepared, an acknowledgement only renewed. */
const expiringDays = { accepted: 14, acknowledged: 1 } as const;
const trendDays = 14;
const dayMs = 86_400_000;

/** Composes what happened from history, what is open from findings, and what is not known from the scans. */
export function createDigestDesk(engine: Engine, findings: Pick<FindingDesk, 'dueAt'>): DigestDesk {
  const { store } = engine;
  /** Before the first scan nothing was known, which is not the same as nothing being open. */
  const trendSince = async (first: string | null, at: string, only?: readonly string[]) => {
    const days = await store.findings.trend(trendDays, at, only);
    return first === null ? [] : days.filter(({ day }) => day >= first.slice(0, 10));
  };

  return {
    async compose({ accounts = [], since, now }): Promise<Digest> {
      const at = now.toISOString();
      const only = accounts.length > 0 ? accounts : undefined;
      const changes = await store.findings.changesSince(since, only);
      const changed = (...words: string[]) =>
        unique(changes.filter((c) => words.includes(c.change)).map((c) => c.finding)).toSorted(
          worstFirst(engine),
        );
      const query = { status: 'open' as const, ...(only ? { accounts: only } : {}) };
      const { findings: open } = await store.findings.find(query);
      const standing = open.filter((f) => f.triage.kind !== 'accepted');
      const soon = (days: number) => new Date(now.getTime() + days * dayMs).toISOString();
      const isOf = ({ id, name }: { id: string; name: string }) =>
        !only || only.includes(id) || only.includes(name);
      const perAccount = (await store.scans.perAccount()).filter(isOf);
      const scannedAt =
        perAccount
          .map((a) => a.finishedAt)
          .sort()
          .at(0) ?? null;
      return {
        at,
        since,
        accounts: perAccount.map((a) => a.name),
        opened: changed('new').filter((f) => f.status === 'open'),
        resolved: changed('resolved').filter((f) => f.status === 'resolved' && f.resolution === 'fixed'),
        gone: changed('gone', 'notApplicable').filter(
          (f) => f.status === 'resolved' && f.resolution !== 'fixed',
        ),
        regressed: changed('regressed').filter((f) => f.status === 'open'),
        pastDue: standing.filter((f) => f.triage.kind === 'untriaged' && findings.dueAt(f) < at),
        expiring: open.filter(
          (f) => f.triage.kind !== 'untriaged' && f.triage.until <= soon(expiringDays[f.triage.kind]),
        ),
        lapsed: changed('lapsed').filter((f) => f.status === 'open'),
        top: named(engine, standing, 5),
        open: await store.findings.counts(only),
        coverage: coverageOf(perAccount),
        notAssessed: perAccount
          .filter(({ refused }) => refused === undefined)
          .flatMap(({ name, notAssessed }) => notAssessed.map((n) => ({ ...n, account: name }))),
        accountsRefused: perAccount.flatMap(({ name, refused, lastOpened }) =>
          refused ? [{ name, because: refused, ...(lastOpened ? { lastOpened } : {}) }] : [],
        ),
        noLongerScanned: (await store.scans.noLongerScanned()).filter(isOf),
        scannedAt,
        trend: await trendSince(await store.scans.firstFinishedAt(), at, only),
        head: await store.audit.head(),
      };
    },
  };
}

const unique = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((f) => [f.fingerprint, f])).values(),
];
