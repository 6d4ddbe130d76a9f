import { setTimeout as wait } from 'node:timers/promises';
import type { Json, Subject } from '../../domain/catalog.ts';
import type { AnyCheck } from '../../domain/check.ts';
import type { Plan, Target } from '../../domain/plan.ts';
import type { CollectedFacts } from '../collect.ts';
import type { Engine } from '../context.ts';
import type { Answer } from '../evaluate.ts';
import { type AccountView, accountOf, openAccount } from './account-view.ts';
import { sameIn } from './make-plan.ts';

/** What is there now, read afresh. `gone` is not `fixed`, and `unread` is neither. */
export type Current =
  | { readonly is: 'known'; readonly value: Json; readonly subject: Subject; readonly view: AccountView }
  | { readonly is: 'gone' }
  | { readonly is: 'unread'; readonly because: string };

/** What a second look at a written target saw. */
export interface Seen {
  readonly passes: boolean;
  readonly because: string | null;
  /** What it means for the finding. */
  readonly answer: Answer;
}

/** Clouds answer with the old value for a moment: how long a read-back waits between tries. */
export const settleMs: readonly number[] = [0, 250, 500, 1_000, 2_000, 4_000];

/** Opens the account anew, so that no remembered answer is taken for what is there, and hands it to `use`. */
async function withCurrent<T>(
  engine: Engine,
  plan: Plan,
  target: Target,
  signal: AbortSignal,
  use: (current: Current) => Promise<T>,
): Promise<T> {
  const account = await accountOf(engine, plan.account);
  if (!account) return use({ is: 'unread', because: 'the account is not in the configuration any more' });
  let view: AccountView;
  try {
    view = await openAccount(engine, account, plan.kind, [target.region], signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return use({ is: 'unread', because: engine.provider.classify(error).message });
  }
  try {
    return await use(await currentIn(engine, view, plan, target, signal));
  } finally {
    await view.close();
  }
}

async function currentIn(
  engine: Engine,
  view: AccountView,
  plan: Plan,
  target: Target,
  signal: AbortSignal,
): Promise<Current> {
  try {
    const subject = await view.find(target.resource, target.region);
    if (subject === null) return { is: 'gone' };
    const fact = (await view.read(subject, [plan.fact]))[plan.fact];
    if (!fact?.known) return { is: 'unread', because: fact?.message ?? 'it was not asked' };
    return { is: 'known', value: fact.value as Json, subject, view };
  } catch (error) {
    if (signal.aborted) throw error;
    return { is: 'unread', because: engine.provider.classify(error).message };
  }
}

/** What is there, without the open account. */
export type There =
  | { readonly is: 'known'; readonly value: Json; readonly subject: Subject }
  | { readonly is: 'gone' }
  | { readonly is: 'unread'; readonly because: string };

const closedAgain = (current: Current): There =>
  current.is === 'known' ? { is: 'known', value: current.value, subject: current.subject } : current;

/** Reads until the value is one of `wanted` or time is up; answers what was read last. */
export async function settled(
  engine: Engine,
  plan: Plan,
  target: Target,
  wanted: readonly Json[],
  signal: AbortSignal,
): Promise<There> {
  let last: There = { is: 'unread', because: 'it was not read' };
  for (const ms of engine.settleMs ?? settleMs) {
    if (ms > 0) await wait(ms, undefined, { signal });
    const there = await readOnce(engine, plan, target, signal);
    last = there;
    if (there.is === 'gone') return there;
    if (
      there.is === 'known' &&
      wanted.some((value) => sameIn(engine, plan.kind, plan.fact, value, there.value))
    )
      return there;
  }
  return last;
}

/** The value as it is now, once. */
export const readOnce = (engine: Engine, plan: Plan, target: Target, signal: AbortSignal): Promise<There> =>
  withCurrent(engine, plan, target, signal, async (current) => closedAgain(current));

const unknownAnswer = (because: string): Answer => ({ status: 'unknown', because });

/** The check, asked again with the value that was read back; for a public bucket also from outside, where that is allowed. */
async function askAgain(
  engine: Engine,
  check: AnyCheck,
  plan: Plan,
  current: Extract<Current, { is: 'known' }>,
): Promise<{ answer: Answer; facts: CollectedFacts }> {
  const { view, subject, value } = current;
  const kindFacts = engine.provider.catalog[plan.kind]?.facts ?? {};
  const names = new Set([...check.facts, plan.fact]);
  if ('tags' in kindFacts) names.add('tags');
  const probes = check.exposes && 'anonymousProbe' in kindFacts && engine.rules.optIns.has('anonymous-probe');
  if (probes) names.add('anonymousProbe');
  const facts = await view.read(subject, names);
  const supposed = await view.supposing(subject)(facts, plan.fact, value);
  return { answer: view.ask(check, subject, supposed), facts };
}

/** Looks whether a target is as it should be: the value read back, and for a fix the check asked again. */
export async function look(
  engine: Engine,
  plan: Plan,
  target: Target,
  signal: AbortSignal,
  patient: boolean,
): Promise<Seen> {
  const check = engine.checks.find((c) => c.id === plan.check);
  const not = (because: string): Seen => ({ passes: false, because, answer: unknownAnswer(because) });
  if (!check) return not(`the check ${plan.check} is gone`);
  const waits = patient ? (engine.settleMs ?? settleMs) : [0];
  let seen: Seen = not('it was not looked at');
  for (const ms of waits) {
    if (ms > 0) await wait(ms, undefined, { signal });
    seen = await withCurrent(engine, plan, target, signal, async (current) => {
      if (current.is === 'gone') return not('the resource is gone, which is not a fix');
      if (current.is === 'unread') return not(`it could not be read: ${current.because}`);
      const { answer, facts } = await askAgain(engine, check, plan, current);
      if (!sameIn(engine, plan.kind, plan.fact, current.value, target.after))
        return { passes: false, because: 'what is there is not what was written', answer };
      if (plan.deed === 'undo') return { passes: true, because: null, answer };
      const probe = facts['anonymousProbe'];
      const outside = probe === undefined ? null : probeWords(probe);
      if (answer.status === 'pass') return { passes: true, because: outside, answer };
      // What was written is there, and it is why: a key that is off is not asked how old it is.
      if (answer.status === 'notApplicable')
        return { passes: true, because: `it no longer applies: ${answer.because}`, answer };
      return { passes: false, because: answer.because ?? 'the check does not pass', answer };
    });
    if (seen.passes) return seen;
  }
  return seen;
}

/** What strangers got, kept as evidence. */
function probeWords(probe: NonNullable<CollectedFacts[string]>): string {
  if (!probe.known) return `asked from outside without credentials: not known (${probe.message})`;
  return `asked from outside without credentials: ${JSON.stringify(probe.value)}`;
}
