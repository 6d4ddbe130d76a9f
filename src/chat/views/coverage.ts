import type { Severity } from '../../domain/check.ts';
import { severities } from '../../domain/check.ts';
import type { UnknownReason } from '../../domain/collected.ts';
import type { Instant } from '../../domain/finding.ts';
import type { NoLongerScanned } from '../../domain/scan.ts';
import { dayText, listed, number, plural, resourceName, said, shown } from './words.ts';

const reasons: Readonly<Record<UnknownReason, string>> = {
  denied: 'access was denied',
  throttled: 'AWS slowed us down',
  failed: 'the question failed',
  unsupported: 'it cannot be asked here',
  notRecorded: 'it is not in the recording',
};

export const reasonOf = (reason: string): string => reasons[reason as UnknownReason] ?? reason;

export interface Coverage {
  readonly assessed: number;
  readonly asked: number;
  readonly share: number;
}

/** How much is known. Rounded down: 99.96 percent is not 100. */
export function coverageLine(c: Coverage, refused = 0): string {
  const closed =
    refused === 0
      ? ''
      : ` ${plural(refused, 'account')} could not be opened, so nothing is known of ${refused === 1 ? 'it' : 'them'}.`;
  if (c.asked === 0) return `Nothing has been assessed yet.${closed}`;
  if (c.assessed >= c.asked) return `All ${plural(c.asked, 'question')} were answered.${closed}`;
  const percent = Math.floor((c.assessed / c.asked) * 100);
  const open = c.asked - c.assessed;
  return `${number(c.assessed)} of ${plural(c.asked, 'question')} were answered (${percent} percent); ${number(open)} ${open === 1 ? 'is' : 'are'} not assessed.${closed}`;
}

export interface Gap {
  readonly account: string;
  readonly reason: string;
  readonly permission: string | null;
  readonly count: number;
  readonly resources?: readonly string[];
}

const where = ({ resources = [] }: Gap): string => {
  const names = resources.filter((r) => !r.endsWith('*')).map((r) => shown(resourceName(r), 40));
  return names.length === 0 ? '' : ` at ${listed(names)}`;
};

const because = (g: Pick<Gap, 'reason' | 'permission'>): string =>
  `because ${reasonOf(g.reason)}${g.permission ? ` (${g.permission})` : ''}`;

/**
 * "production: 12 because access was denied (s3:GetBucketPolicy), 1 because AWS slowed us down"; one line an account. What
 * many accounts lack is told once for all of them.
 */
export function gapLines(
  gaps: readonly Gap[],
  accountName: (id: string) => string,
  most: number,
): readonly string[] {
  const byAccount = Map.groupBy(gaps, (g) => g.account);
  if (byAccount.size > most) return acrossAccounts(gaps, most);
  const more = gaps.length - most;
  return [
    ...[...Map.groupBy(gaps.slice(0, most), (g) => g.account)].map(([account, ofAccount]) => {
      const why = ofAccount.map((g) => `${number(g.count)} ${because(g)}${where(g)}`);
      return `${shown(accountName(account), 40)}: ${why.join(', ')}`;
    }),
    ...(more > 0 ? [`and ${plural(more, 'more reason')}`] : []),
  ];
}

function acrossAccounts(gaps: readonly Gap[], most: number): readonly string[] {
  const reasons = [...Map.groupBy(gaps, because)]
    .map(([why, same]) => ({
      why,
      questions: same.reduce((sum, { count }) => sum + count, 0),
      accounts: new Set(same.map(({ account }) => account)).size,
    }))
    .sort((a, b) => b.questions - a.questions || (a.why < b.why ? -1 : 1));
  const more = reasons.length - most;
  return [
    ...reasons
      .slice(0, most)
      .map(({ why, questions, accounts }) => `${number(questions)} in ${plural(accounts, 'account')} ${why}`),
    ...(more > 0 ? [`and ${plural(more, 'more reason')}`] : []),
  ];
}

export interface Closed {
  readonly name: string;
  readonly because: string;
  readonly lastOpened?: Instant;
}

const namesOf = (names: readonly string[], most: number): string => {
  const few = names.slice(0, most).map((name) => shown(name, 40));
  return names.length > most ? `${few.join(', ')} and ${number(names.length - most)} more` : listed(few);
};

/** Accounts that could not be opened: one by one while they are few, and by what keeps them closed when they are many. */
export function closedLines(closed: readonly Closed[], most: number): readonly string[] {
  if (closed.length <= most)
    return closed.map(({ name, because: why, lastOpened }) => {
      const since = lastOpened === undefined ? '' : ` (last opened on ${dayText(lastOpened)})`;
      return `${shown(name, 40)}: ${said(why, 120)}${since}`;
    });
  return [...Map.groupBy(closed, ({ because: why }) => why)].map(
    ([why, same]) =>
      `${plural(same.length, 'account')}, ${said(why, 120)}: ${namesOf(
        same.map(({ name }) => name),
        most,
      )}`,
  );
}

/** Findings that stay open because nobody looks any more, which is neither a fix nor a failure of today. */
export function noLongerScannedText(list: readonly NoLongerScanned[], most: number): string | null {
  if (list.length === 0) return null;
  const [are, them] = list.length === 1 ? ['is', 'it'] : ['are', 'them'];
  const each = list.slice(0, most).map(({ name, open, scannedAt }) => {
    const since = scannedAt === null ? 'never scanned as a whole' : `last scanned on ${dayText(scannedAt)}`;
    return `${shown(name, 40)} (${plural(open, 'open finding')}, ${since})`;
  });
  const more = list.length > most ? ` and ${number(list.length - most)} more` : '';
  return `${plural(list.length, 'account')} with open findings ${are} not scanned any more, being suspended, outside the organization or left out: ${each.join(', ')}${more}. Nothing is learned of ${them}, so the findings stay open.`;
}

export type Counts = Readonly<Record<Severity, number>>;

export const openCount = (c: Counts): number => severities.reduce((sum, s) => sum + c[s], 0);

/** "2 critical, 5 high and 1 low" */
export const bySeverityText = (c: Counts): string =>
  listed(severities.filter((s) => c[s] > 0).map((s) => `${number(c[s])} ${s}`));

type Open = Counts & { readonly accepted: number; readonly acknowledged: number };

/** How many findings are open. Nothing open is only said of what was assessed. */
export function openLine(open: Open, coverage: Coverage, refused = 0): string {
  const total = openCount(open);
  if (total === 0) {
    const whole = coverage.asked > 0 && coverage.assessed >= coverage.asked && refused === 0;
    return whole ? 'No findings are open.' : 'No findings are open among what was assessed.';
  }
  const parts = [
    ...(open.accepted > 0 ? [`${number(open.accepted)} accepted`] : []),
    ...(open.acknowledged > 0 ? [`${number(open.acknowledged)} acknowledged`] : []),
  ];
  const decided = parts.length === 0 ? '' : ` Of these, ${listed(parts)}.`;
  return `${plural(total, 'finding')} ${total === 1 ? 'is' : 'are'} open: ${bySeverityText(open)}.${decided}`;
}
