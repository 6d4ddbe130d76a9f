import type { Severity } from '../../domain/check.ts';
import { severities } from '../../domain/check.ts';
import type { UnknownReason } from '../../domain/collected.ts';
import { listed, number, plural, resourceName, shown } from './words.ts';

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

/** "production: 12 because access was denied (s3:GetBucketPolicy), 1 because AWS slowed us down"; one line an account. */
export function gapLines(gaps: readonly Gap[], accountName: (id: string) => string): readonly string[] {
  return [...Map.groupBy(gaps, (g) => g.account)].map(([account, ofAccount]) => {
    const why = ofAccount.map(
      (g) =>
        `${number(g.count)} because ${reasonOf(g.reason)}${g.permission ? ` (${g.permission})` : ''}${where(g)}`,
    );
    return `${shown(accountName(account), 40)}: ${why.join(', ')}`;
  });
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
