import type { Finding } from '../../domain/finding.ts';
import type { Remediation } from '../../domain/remediation.ts';
import { byWordOnly } from '../attestations.ts';
import type { Engine } from '../context.ts';
import type { FixAsk, Guided, Refusal } from '../services.ts';
import { accountOf, openAccount } from './account-view.ts';
import { type MadePlan, makePlan, remediesFor } from './make-plan.ts';
import { makeUndo } from './make-undo.ts';

const missing = (id: string): Refusal => ({
  refused: `There is no finding “${id}”. \`findings\` lists them with their ids.`,
});

/** A plan of many stays within the caps: so many resources, and so much of what the account has of the kind. */
async function capped(
  engine: Engine,
  findings: readonly [Finding, ...Finding[]],
  signal: AbortSignal,
): Promise<{ readonly taken: readonly [Finding, ...Finding[]]; readonly rest: readonly Finding[] }> {
  const { resources, percent } = engine.rules.remediation.cap;
  const [first, ...others] = findings;
  const account = await accountOf(engine, first.account);
  let most = resources;
  if (account && others.length > 0) {
    const regions = [...new Set(findings.map((f) => f.region))];
    const view = await openAccount(engine, account, first.kind, regions, signal);
    try {
      const { scope } = engine.provider.catalog[first.kind] ?? {};
      const where = scope === 'global' ? ['global'] : regions;
      let all = 0;
      for (const region of where) all += await view.count(region);
      most = Math.min(most, Math.floor((all * percent) / 100));
    } finally {
      await view.close();
    }
  }
  const n = Math.max(1, most);
  return { taken: [first, ...others.slice(0, n - 1)], rest: others.slice(n - 1) };
}

async function oneFinding(
  engine: Engine,
  what: Extract<FixAsk, { finding: string }>,
  signal: AbortSignal,
): Promise<MadePlan | Guided | Refusal> {
  const finding = await engine.store.findings.get(what.finding);
  if (!finding) return missing(what.finding);
  if (finding.status === 'resolved')
    return {
      refused: `${finding.handle} needs no fix: ${finding.resolution === 'gone' ? 'its resource is gone' : 'it is resolved'}.`,
    };
  const said = byWordOnly(finding);
  if (said !== null) return { refused: said };
  const guidance = engine.guidances.find((g) => g.cures.includes(finding.checkId));
  if (remediesFor(engine, finding.checkId).length === 0)
    return guidance
      ? { guidance, finding, because: null }
      : {
          refused: `No remedy is known for ${finding.checkId}. \`show ${finding.handle}\` says what should be true.`,
        };
  const made = await makePlan(
    engine,
    { findings: [finding], remedy: what.remedy ?? null, choice: what.choice ?? null },
    signal,
  );
  return 'uncured' in made && guidance && what.remedy === undefined
    ? { guidance, finding, because: made.because }
    : made;
}

async function allFindings(
  engine: Engine,
  what: Extract<FixAsk, { check: string }>,
  signal: AbortSignal,
): Promise<MadePlan | Refusal> {
  if (!engine.checks.some((c) => c.id === what.check))
    return { refused: `There is no check “${what.check}”. \`checks\` lists them.` };
  const account = await accountOf(engine, what.account);
  const id =
    account?.id ?? [...engine.accountNames].find(([, name]) => name === what.account)?.[0] ?? what.account;
  const { findings } = await engine.store.findings.find({
    checks: [what.check],
    accounts: [id],
    status: 'open',
  });
  const undecided = findings.filter((f) => f.triage.kind !== 'accepted');
  const [first, ...rest] = undecided;
  if (!first) return { refused: `There is no open finding of ${what.check} in ${what.account}.` };
  const guidance = engine.guidances.find((g) => g.cures.includes(what.check));
  if (guidance && remediesFor(engine, what.check).length === 0)
    return {
      refused: `A person does this, one resource at a time: \`fix ${first.handle}\` shows the steps. ${undecided.length} findings of the check are open.`,
    };
  const { taken, rest: over } = await capped(engine, [first, ...rest], signal);
  const made = await makePlan(engine, { findings: taken, remedy: null, choice: what.choice ?? null }, signal);
  if (!('plan' in made)) return made;
  const { resources, percent } = engine.rules.remediation.cap;
  const because = `a plan may change at most ${resources} resources, and ${percent} percent of the account's of this kind; ask for the rest afterwards`;
  return { ...made, leftOut: [...made.leftOut, ...over.map(({ handle }) => ({ handle, because }))] };
}

/** What a cloud refuses becomes a sentence. */
async function orRefusal<T>(engine: Engine, made: Promise<T>): Promise<T | Refusal> {
  try {
    return await made;
  } catch (error) {
    const { message, permission } = engine.provider.classify(error);
    engine.log.warn({ err: error }, 'a plan could not be made');
    const missingPermission = permission ? ` The permission ${permission} may be missing.` : '';
    return { refused: `No plan could be made: ${message}.${missingPermission}` };
  }
}

/** The plan for what was asked. */
export const ask = (
  engine: Engine,
  what: FixAsk,
  signal: AbortSignal,
): Promise<MadePlan | Guided | Refusal> =>
  orRefusal<MadePlan | Guided | Refusal>(
    engine,
    'finding' in what ? oneFinding(engine, what, signal) : allFindings(engine, what, signal),
  );

/** The plan that takes one back. */
export const askUndo = (
  engine: Engine,
  original: Remediation,
  signal: AbortSignal,
): Promise<MadePlan | Refusal> => orRefusal(engine, makeUndo(engine, original, signal));
