import type { Json } from '../../domain/catalog.ts';
import type { Finding } from '../../domain/finding.ts';
import { differences, type Plan } from '../../domain/plan.ts';
import type { Remediation } from '../../domain/remediation.ts';
import type { Engine } from '../context.ts';
import { readOnce } from './look.ts';
import { makePlan } from './make-plan.ts';
import { makeUndo } from './make-undo.ts';

/** The plan as it would be made now: the same, or moved (with what was found), or not to be told. */
export type Replanned =
  | { readonly is: 'same' }
  | { readonly is: 'moved'; readonly because: string; readonly found: readonly (Json | undefined)[] }
  | { readonly is: 'unread'; readonly because: string };

async function again(engine: Engine, r: Remediation, signal: AbortSignal) {
  const { plan } = r;
  if (plan.reverses !== null) {
    const original = await engine.store.remediations.get(plan.reverses);
    if (!original) return { refused: `${plan.reverses} is not there any more` };
    if (original.undoUntil !== null && original.undoUntil <= engine.now().toISOString())
      return { refused: `the time in which ${plan.reverses} could be undone is over` };
    if (original.state === 'undone') return { refused: `${plan.reverses} has been undone already` };
    return makeUndo(engine, original, signal);
  }
  const findings: Finding[] = [];
  for (const { finding } of plan.targets) {
    const kept = await engine.store.findings.get(finding);
    if (kept) findings.push(kept);
  }
  const [first, ...rest] = findings;
  if (!first) return { refused: 'its findings are not there any more' };
  return makePlan(engine, { findings: [first, ...rest], remedy: plan.remedy, choice: plan.choice }, signal);
}

/** What of the plan is not as it was, in words. */
function moves(old: Plan, now: Plan): string {
  const tier = differences({ ...old.tier }, { ...now.tier });
  if (tier.length > 0) return 'the rules ask for another approval now than when it was approved';
  if (old.verdict !== now.verdict)
    return `what it would do was judged “${old.verdict}” and is judged “${now.verdict}” now`;
  return 'the state has changed since the plan was made';
}

/** Makes the plan once more from the state as it is now, and compares the hashes. */
export async function replan(engine: Engine, r: Remediation, signal: AbortSignal): Promise<Replanned> {
  let made: Awaited<ReturnType<typeof again>>;
  const found: (Json | undefined)[] = [];
  let unread: string | null = null;
  try {
    made = await again(engine, r, signal);
    if ('plan' in made && made.plan.hash === r.plan.hash) return { is: 'same' };
    for (const target of r.plan.targets) {
      const there = await readOnce(engine, r.plan, target, signal);
      if (there.is === 'unread') unread = there.because;
      found.push(there.is === 'known' ? there.value : undefined);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    return { is: 'unread', because: engine.provider.classify(error).message };
  }
  if (unread !== null) return { is: 'unread', because: unread };
  return { is: 'moved', because: 'plan' in made ? moves(r.plan, made.plan) : made.refused, found };
}
