import type { Json, Subject } from '../../domain/catalog.ts';
import type { Plan, Target } from '../../domain/plan.ts';
import type { Remediation } from '../../domain/remediation.ts';
import { type Consequence, harmless, uncertain, verdictOf } from '../../domain/remedy.ts';
import type { Engine } from '../context.ts';
import type { Refusal } from '../services.ts';
import { type AccountView, accountOf, openAccount } from './account-view.ts';
import { environmentOf, type MadePlan, planOf, sameIn, writeOf } from './make-plan.ts';

/** What the check would say once the old value is back: that is what an approver of an undo agrees to. */
async function afterwards(
  engine: Engine,
  view: AccountView,
  plan: Plan,
  target: Target,
  subject: Subject,
): Promise<Consequence> {
  const { handle } = target;
  const check = engine.checks.find((c) => c.id === plan.check);
  if (!check) return uncertain(`the check ${plan.check} is gone, so what the old value means cannot be told`);
  const tags = 'tags' in (engine.provider.catalog[plan.kind]?.facts ?? {}) ? ['tags'] : [];
  const facts = await view.read(subject, [...check.facts, plan.fact, ...tags]);
  const answer = view.ask(check, subject, await view.supposing(subject)(facts, plan.fact, target.before));
  switch (answer.status) {
    case 'fail':
      return uncertain(
        `who relies on the fix by now cannot be told; ${handle} opens again: ${answer.because}`,
      );
    case 'unknown':
      return uncertain(`whether ${handle} opens again cannot be told: ${answer.because}`);
    case 'pass':
    case 'notApplicable':
      return harmless(`${handle} stays resolved`);
  }
}

/** The mirrored plan: what was written is taken back, absence included, where nobody has changed it since. */
export async function makeUndo(
  engine: Engine,
  original: Remediation,
  signal: AbortSignal,
): Promise<MadePlan | Refusal> {
  const { plan } = original;
  if (plan.reversibility.undo === 'no')
    return { refused: `${original.id} cannot be undone: ${plan.reversibility.because}.` };
  const account = await accountOf(engine, plan.account);
  if (!account) return { refused: `The account ${plan.account} is not in the configuration any more.` };
  // A write of several calls that broke off left what is neither the old value nor the new one.
  const written = plan.targets.flatMap((target, i) =>
    original.targets[i]?.wrote === true ? [{ target, left: original.found?.[i] }] : [],
  );
  const view = await openAccount(
    engine,
    account,
    plan.kind,
    [...new Set(written.map(({ target }) => target.region))],
    signal,
  );
  try {
    const write = writeOf(engine, plan.kind, plan.fact);
    const same = (a: Json, b: Json) => sameIn(engine, plan.kind, plan.fact, a, b);
    const targets: Target[] = [];
    const leftOut: { handle: string; because: string }[] = [];
    for (const { target, left } of written) {
      const out = (because: string) => leftOut.push({ handle: target.handle, because });
      const subject = await view.find(target.resource, target.region);
      if (subject === null) {
        out('its resource is gone');
        continue;
      }
      const current = (await view.read(subject, [plan.fact]))[plan.fact];
      if (!current?.known) {
        out(`what is there could not be read: ${current?.message ?? 'not asked'}`);
        continue;
      }
      const there = current.value as Json;
      const before = [target.after, left].find((ours) => ours !== undefined && same(there, ours));
      if (same(there, target.before)) out('it is as it was before already');
      else if (before === undefined) out('somebody has changed it since, and undoing would overwrite that');
      else
        targets.push({
          ...target,
          before,
          after: target.before,
          calls: write.calls({ before, after: target.before }),
          consequences: [await afterwards(engine, view, plan, target, subject)],
        });
    }
    const [first, ...rest] = targets;
    if (!first) {
      const reasons = [...new Set(leftOut.map((l) => l.because))].join('; ');
      return { refused: `Nothing of ${original.id} can be undone: ${reasons}.` };
    }
    const made = planOf(
      engine,
      {
        ...plan,
        deed: 'undo',
        reverses: original.id,
        title: `Undo ${original.id}: ${plan.title.charAt(0).toLowerCase()}${plan.title.slice(1)}`,
        actions: write.permissions,
        // Taking a protection away is never safe; and what was there for a while can be put there again.
        risk: targets.every((t) => verdictOf(t.consequences) === 'safe') ? plan.risk : 'disruptive',
        reversibility: { undo: 'fully' },
        targets: [first, ...rest],
      },
      environmentOf(account),
    );
    return { plan: made, leftOut };
  } finally {
    await view.close();
  }
}
