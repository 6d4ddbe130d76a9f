import type { Severity } from './check.ts';
import type { Consequence, Risk } from './remedy.ts';

/** What must happen before a plan may be carried out. */
export interface Tier {
  readonly name: string;
  /** So many different persons, none of them the requester. */
  readonly quorum: 1 | 2;
  /** The two must come from different groups. */
  readonly distinctGroups: boolean;
  /** Approvers type the last six characters of the resource's name. */
  readonly confirm: boolean;
  /** Approvers prove themselves with a one-time code. */
  readonly stepUp: boolean;
}

/** When a tier applies; what is absent applies to all. The first rule that matches decides. */
export interface TierRule extends Tier {
  readonly when: {
    /** Remedy ids; `*` at the end stands for the rest. */
    readonly remedies?: readonly string[];
    readonly risks?: readonly Risk[];
    readonly severities?: readonly Severity[];
    readonly environments?: readonly string[];
    readonly verdicts?: readonly Consequence['weight'][];
    readonly deeds?: readonly ('fix' | 'undo')[];
  };
}

export interface TierQuestion {
  readonly remedy: string;
  readonly risk: Risk;
  readonly severity: Severity;
  /** The account's environment; null when the configuration does not say. */
  readonly environment: string | null;
  readonly verdict: Consequence['weight'];
  readonly deed: 'fix' | 'undo';
}

const unmatched: Tier = {
  name: 'unmatched',
  quorum: 2,
  distinctGroups: false,
  confirm: true,
  stepUp: false,
};

/** Environments that are known to be less than production. What is not known is taken for the worst. */
const lesser = ['development', 'dev', 'test', 'testing', 'qa', 'staging', 'stage', 'sandbox', 'demo'];

const among = (list: readonly string[], name: string): boolean =>
  list.some((e) => e.toLowerCase() === name.trim().toLowerCase());

const named = (list: readonly string[], id: string): boolean =>
  list.some((entry) => (entry.endsWith('*') ? id.startsWith(entry.slice(0, -1)) : entry === id));

function firstOf(rules: readonly TierRule[], q: TierQuestion): Tier {
  const rule = rules.find(
    ({ when }) =>
      (!when.remedies || named(when.remedies, q.remedy)) &&
      (!when.risks || when.risks.includes(q.risk)) &&
      (!when.severities || when.severities.includes(q.severity)) &&
      (!when.environments || (q.environment !== null && among(when.environments, q.environment))) &&
      (!when.verdicts || when.verdicts.includes(q.verdict)) &&
      (!when.deeds || when.deeds.includes(q.deed)),
  );
  if (!rule) return unmatched;
  const { name, quorum, distinctGroups, confirm, stepUp } = rule;
  return { name, quorum, distinctGroups, confirm, stepUp };
}

/** Everything that any of them asks for, under the name of the one that asks for most. */
function strictest(tiers: readonly Tier[]): Tier {
  const asks = (t: Tier) =>
    t.quorum * 8 + Number(t.stepUp) * 4 + Number(t.distinctGroups) * 2 + Number(t.confirm);
  const [most = unmatched] = tiers.toSorted((a, b) => asks(b) - asks(a));
  return {
    name: most.name,
    quorum: most.quorum,
    distinctGroups: tiers.some((t) => t.distinctGroups),
    confirm: tiers.some((t) => t.confirm),
    stepUp: tiers.some((t) => t.stepUp),
  };
}

/**
 * The first rule that matches. A gate that cannot answer refuses: no rule at all asks for two persons, and an account
 * whose environment is not given, or is a word that nobody has heard of, is held to the strictest that any would be.
 */
export function tierFor(rules: readonly TierRule[], q: TierQuestion): Tier {
  const spoken = rules.flatMap(({ when }) => when.environments ?? []);
  const { environment } = q;
  if (environment !== null && among([...spoken, ...lesser], environment)) return firstOf(rules, q);
  const possible = [...new Set(spoken), null].map((one) => firstOf(rules, { ...q, environment: one }));
  return strictest(possible);
}
