import type { Json, Subject } from '../../domain/catalog.ts';
import type { AnyCheck } from '../../domain/check.ts';
import { bySeverity, type Severity } from '../../domain/check.ts';
import type { Finding } from '../../domain/finding.ts';
import { isPhi } from '../../domain/phi.ts';
import { hashOfPlan, type Plan, sameValue, type Target } from '../../domain/plan.ts';
import type { Account } from '../../domain/provider.ts';
import { type AnyRemedy, type Circumstances, type Consequence, verdictOf } from '../../domain/remedy.ts';
import { tierFor } from '../../domain/tier.ts';
import type { CollectedFacts } from '../collect.ts';
import type { Engine } from '../context.ts';
import type { Refusal } from '../services.ts';
import { type AccountView, accountOf, openAccount, tagsOf } from './account-view.ts';

/** What a plan is asked for: open findings of one check in one account. */
export interface PlanQuestion {
  readonly findings: readonly [Finding, ...Finding[]];
  /** A remedy by name; the first that would cure when null. */
  readonly remedy: string | null;
  readonly choice: string | null;
}

/** The check fails, and no remedy would make it pass: then a person may be told the steps. */
export interface Uncured extends Refusal {
  readonly uncured: true;
  /** What stands in the way of each remedy, without the full stop. */
  readonly because: string;
}

export interface MadePlan {
  readonly plan: Plan;
  /** Other remedies that would cure it as well. */
  readonly others?: readonly { readonly name: string; readonly title: string }[];
  readonly leftOut: readonly { readonly handle: string; readonly because: string }[];
}

type Offer = { readonly remedy: AnyRemedy; readonly target: Target };
type Considered = Offer | { readonly because: string };

const byPreference = (a: AnyRemedy, b: AnyRemedy): number => (b.preference ?? 0) - (a.preference ?? 0);

/** Remedies for a check, those first that are offered first. */
export const remediesFor = (engine: Pick<Engine, 'remedies'>, check: string): readonly AnyRemedy[] =>
  engine.remedies.filter((r) => r.cures.includes(check)).toSorted(byPreference);

export const writeOf = (engine: Engine, kind: string, fact: string) => {
  const write = engine.provider.catalog[kind]?.facts[fact]?.write;
  if (!write) throw new Error(`${fact} of ${kind} cannot be set`);
  return write;
};

/** Whether two values of this fact are one to the cloud. */
export function sameIn(engine: Engine, kind: string, fact: string, a: Json, b: Json): boolean {
  return sameValue(a, b) || writeOf(engine, kind, fact).same?.(a, b) === true;
}

function circumstances(
  engine: Engine,
  view: AccountView,
  remedy: AnyRemedy,
  subject: Subject,
  facts: CollectedFacts,
  choice: string | null,
): Circumstances<unknown> {
  return {
    now: engine.provider.asOf ?? engine.now(),
    settings: { ...remedy.settings, ...engine.rules.remediation.settings[remedy.id] },
    tags: tagsOf(subject, facts),
    account: view.identity.id,
    partition: view.identity.partition,
    subject,
    choice,
  };
}

/** Whether this remedy would make the check pass here; asked of the check itself, before anything is offered. */
async function consider(
  engine: Engine,
  view: AccountView,
  check: AnyCheck,
  remedy: AnyRemedy,
  finding: Finding,
  subject: Subject,
  facts: CollectedFacts,
  choice: string | null,
): Promise<Considered> {
  if (remedy.choice && choice === null)
    return {
      because: `${remedy.choice.summary}: choose ${remedy.choice.choices.join(' or ')}, and say \`fix ${finding.handle} value:${remedy.choice.choices[0]}\``,
    };
  if (remedy.choice && choice !== null && !remedy.choice.choices.includes(choice))
    return { because: `${choice} is not one of ${remedy.choice.choices.join(', ')}` };
  const current = facts[remedy.fact];
  if (!current?.known)
    return { because: `what is there could not be read: ${current?.message ?? 'not asked'}` };
  const at = circumstances(engine, view, remedy, subject, facts, choice);
  const desired = remedy.desired(current.value, at);
  if ('cannot' in desired) return { because: desired.cannot };
  const before = current.value as Json;
  const after = desired.to as Json;
  if (sameIn(engine, remedy.kind, remedy.fact, before, after))
    return { because: 'what it would set is set already' };
  const supposed = await view.supposing(subject)(facts, remedy.fact, after);
  const answer = view.ask(check, subject, supposed);
  if (answer.status === 'fail') return { because: `it would not be enough: ${answer.because}` };
  if (answer.status === 'unknown')
    return { because: `whether it would be enough cannot be told: ${answer.because}` };
  const write = writeOf(engine, remedy.kind, remedy.fact);
  const considered = Object.fromEntries((remedy.considers ?? []).map((name) => [name, facts[name]]));
  const consequences = remedy.consequences?.(considered, { before, after }, at) ?? [];
  return {
    remedy,
    target: {
      finding: finding.fingerprint,
      handle: finding.handle,
      severity: check.exposes && isPhi(at.tags, engine.rules.phi) ? 'critical' : finding.severity,
      resource: subject.id,
      name: subject.name ?? subject.id,
      region: subject.region,
      touches: write.touches?.(subject) ?? [subject.id],
      before,
      after,
      calls: write.calls({ before, after }),
      consequences,
    },
  };
}

interface Seen {
  readonly finding: Finding;
  readonly offers: readonly Offer[];
  readonly because: string;
  /** The check fails now. */
  readonly fails: boolean;
}

async function see(
  engine: Engine,
  view: AccountView,
  check: AnyCheck,
  remedies: readonly AnyRemedy[],
  finding: Finding,
  choice: string | null,
): Promise<Seen> {
  const out = (because: string): Seen => ({ finding, offers: [], because, fails: false });
  const subject = await view.find(finding.resource, finding.region);
  if (subject === null) return out('its resource is gone, which is not a fix');
  const names = new Set(check.facts);
  for (const r of remedies) for (const name of [r.fact, ...(r.considers ?? [])]) names.add(name);
  if ('tags' in (engine.provider.catalog[check.kind]?.facts ?? {})) names.add('tags');
  const facts = await view.read(subject, names);
  const now = view.ask(check, subject, facts);
  if (now.status === 'pass') return out('it passes now: somebody has fixed it');
  if (now.status === 'notApplicable') return out(`the question no longer arises: ${now.because}`);
  if (now.status === 'unknown') return out(`it cannot be assessed now: ${now.because}`);
  const offers: Offer[] = [];
  const reasons: string[] = [];
  for (const remedy of remedies) {
    const offer = await consider(engine, view, check, remedy, finding, subject, facts, choice);
    if ('because' in offer)
      reasons.push(`${remedy.title}: ${offer.because.replaceAll('this remedy', remedy.id)}`);
    else offers.push(offer);
  }
  return { finding, offers, because: reasons.join('; '), fails: true };
}

/**
 * How severe it is to write here: as the worst open finding that the same write would cure. A request by a lesser finding
 * of the resource must not ask for fewer people.
 */
async function gravest(
  engine: Engine,
  remedy: AnyRemedy,
  target: Target,
  account: string,
): Promise<Severity> {
  const { findings } = await engine.store.findings.find({
    accounts: [account],
    checks: remedy.cures,
    resource: target.resource,
    status: 'open',
  });
  const here = findings.filter((f) => f.resource === target.resource).map((f) => f.severity);
  return [target.severity, ...here].toSorted(bySeverity)[0] ?? target.severity;
}

/** One remedy for all: the one that cures most of them; of those the one that is offered first. */
function chosen(seen: readonly Seen[], remedies: readonly AnyRemedy[]): AnyRemedy | null {
  const cures = (r: AnyRemedy) => seen.filter((s) => s.offers.some((o) => o.remedy.id === r.id)).length;
  const best = Math.max(0, ...remedies.map(cures));
  return best === 0 ? null : (remedies.find((r) => cures(r) === best) ?? null);
}

export const environmentOf = (account: Account | null): string | null => account?.environment ?? null;

/** The plan around its targets: tier and hash follow from them. */
export function planOf(
  engine: Engine,
  parts: Omit<Plan, 'hash' | 'tier' | 'verdict'>,
  environment: string | null,
): Plan {
  const verdict = verdictOf(parts.targets.flatMap((t): readonly Consequence[] => t.consequences));
  const [worst] = parts.targets.map((t) => t.severity).toSorted(bySeverity);
  const tier = tierFor(engine.rules.remediation.tiers, {
    remedy: parts.remedy,
    risk: parts.risk,
    severity: worst ?? 'critical',
    environment,
    verdict,
    deed: parts.deed,
  });
  const plan = { ...parts, verdict, tier };
  return { ...plan, hash: hashOfPlan(plan) };
}

/** Reads the state afresh and says what would be done. Changes nothing, and asks the check whether it would be enough. */
export async function makePlan(
  engine: Engine,
  question: PlanQuestion,
  signal: AbortSignal,
): Promise<MadePlan | Uncured | Refusal> {
  const [first] = question.findings;
  const check = engine.checks.find((c) => c.id === first.checkId);
  if (!check) return { refused: `There is no check ${first.checkId} any more, so nothing can be planned.` };
  const account = await accountOf(engine, first.account);
  if (!account) return { refused: `The account ${first.account} is not in the configuration any more.` };
  const known = remediesFor(engine, check.id);
  const wanted = question.remedy;
  const remedies =
    wanted === null ? known : known.filter((r) => r.id === wanted || r.id.endsWith(`/${wanted}`));
  if (remedies.length === 0) {
    const others = known.map((r) => r.id.split('/').at(-1)).join(', ');
    return {
      refused:
        wanted === null || others === ''
          ? `No remedy is known for ${check.id}.`
          : `“${wanted}” is no remedy for ${check.id}. There is: ${others}.`,
    };
  }
  const regions = [...new Set(question.findings.map((f) => f.region))];
  const view = await openAccount(engine, account, check.kind, regions, signal);
  try {
    const seen: Seen[] = [];
    for (const finding of question.findings)
      seen.push(await see(engine, view, check, remedies, finding, question.choice));
    const remedy = chosen(seen, remedies);
    if (!remedy) {
      const [only] = seen;
      const says = seen.length === 1 && only ? `${only.finding.handle}: ${only.because}.` : reasonsOf(seen);
      const refused = `Nothing can be planned. ${says}`;
      const because = [...new Set(seen.map((s) => s.because))].join('; ');
      return seen.some((s) => s.fails) ? { refused, uncured: true, because } : { refused };
    }
    const targets: Target[] = [];
    const leftOut: { handle: string; because: string }[] = [];
    for (const { finding, offers, because } of seen) {
      const offer = offers.find((o) => o.remedy.id === remedy.id);
      if (offer) {
        const severity = await gravest(engine, remedy, offer.target, first.account);
        targets.push({ ...offer.target, severity });
      } else
        leftOut.push({ handle: finding.handle, because: because || `“${remedy.title}” would not cure it` });
    }
    const write = writeOf(engine, remedy.kind, remedy.fact);
    const plan = planOf(
      engine,
      {
        deed: 'fix',
        reverses: null,
        provider: engine.provider.name,
        account: first.account,
        check: check.id,
        remedy: remedy.id,
        title: remedy.title,
        kind: remedy.kind,
        fact: remedy.fact,
        choice: question.choice,
        risk: remedy.risk,
        reversibility: remedy.reversibility,
        actions: write.permissions,
        targets: targets as [Target, ...Target[]],
      },
      environmentOf(account),
    );
    const others = remedies
      .filter((r) => r.id !== remedy.id && seen.some((s) => s.offers.some((o) => o.remedy.id === r.id)))
      .map((r) => ({ name: r.id.split('/').at(-1) ?? r.id, title: r.title }));
    return { plan, leftOut, others };
  } finally {
    await view.close();
  }
}

function reasonsOf(seen: readonly Seen[]): string {
  const byReason = Map.groupBy(seen, (s) => s.because);
  return [...byReason]
    .slice(0, 5)
    .map(([because, all]) => `${all.length} × ${because}.`)
    .join(' ');
}
