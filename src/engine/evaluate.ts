import type { AnyCheck, Context, Expiry, Observation } from '../domain/check.ts';
import type { Collected, Unknown } from '../domain/collected.ts';

/** An observation, and for `unknown` what was missing. */
export type Answer = Observation & { readonly missing?: Unknown };

/**
 * Asks one check about one resource. The only place that says `unknown`: when a fact that the check declares is not
 * known, or when the check itself breaks.
 */
export function evaluate(
  check: AnyCheck,
  facts: Readonly<Record<string, Collected<unknown>>>,
  context: Context<unknown>,
): Answer {
  const values: Record<string, unknown> = {};
  for (const name of check.facts) {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`${check.id} was asked without its fact ${name}`);
    if (!fact.known) return { status: 'unknown', because: fact.message, missing: fact };
    values[name] = fact.value;
  }
  try {
    return check.evaluate(values, context);
  } catch (cause) {
    const because = `the check itself failed (${cause instanceof Error ? cause.name : typeof cause})`;
    return { status: 'unknown', because, missing: { known: false, reason: 'failed', message: because } };
  }
}

/** The day to which the owner counts down; null where there is none, or a fact is not known. */
export function expiryOf(
  check: AnyCheck,
  facts: Readonly<Record<string, Collected<unknown>>>,
  context: Context<unknown>,
): Expiry | null {
  if (!check.expires) return null;
  const values: Record<string, unknown> = {};
  for (const name of check.facts) {
    const fact = facts[name];
    if (!fact?.known) return null;
    values[name] = fact.value;
  }
  return check.expires(values, context);
}

/** An exposed resource that is tagged PHI says so: that is why it is critical. */
export const marked = (phi: boolean, answer: Answer): Answer =>
  phi && answer.status === 'fail' ? { ...answer, because: `${answer.because}; tagged PHI` } : answer;
