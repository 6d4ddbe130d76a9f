import type { Call } from '../command.ts';
import type { Button, Message } from '../domain/message.ts';
import type { Remediation } from '../domain/remediation.ts';
import type { FixAsk, Guided, Planned, Refusal, RemediationView } from '../engine/services.ts';
import { accountIds, checkIds, isRefusal, readerOf } from './lookup.ts';
import { guidedMessage } from './views/guided.ts';
import { planMessage } from './views/plan.ts';
import { shortHash } from './views/plan-words.ts';
import { refusal } from './views/refusal.ts';

/** `R-12`, however it is typed; null for what names something else. */
export const requestId = (typed: string): string | null =>
  /^r-?\d{1,9}$/i.test(typed) ? `R-${Number(typed.replace(/\D/g, ''))}` : null;

export const unknownRequest = (typed: string): Message =>
  refusal({
    says: `There is no request “${typed}”.`,
    next: 'Requests are called like R-12. Say `approvals` to see what waits for you and what you asked for.',
  });

/** The request that was named, or null: views and decisions begin here. */
export const requestOf = async (typed: string, call: Call): Promise<RemediationView | null> =>
  call.services.remediations.get(requestId(typed) ?? typed);

/** What came of a deed, in a sentence: the card itself stands where everybody sees it, and says the rest. */
export const standing = (r: Remediation, lead: string): Message => ({
  text: lead,
  blocks: [
    { kind: 'text', text: [{ bold: lead }] },
    { kind: 'buttons', buttons: [{ label: `Show ${r.id}`, says: `show ${r.id}` }] },
  ],
  visibility: 'sender',
  replaces: true,
  data: { remediation: r },
});

/** The very same plan was requested before, by this person or by another: then nothing new was, and that is said. */
export function alreadyAsked(r: Remediation, { actor, now }: Call): string | null {
  if (r.proposedAt === now.toISOString() && r.requestedBy.person === actor.person) return null;
  const who = r.requestedBy.person === actor.person ? 'You have' : `${r.requestedBy.name} has`;
  return `${who} requested this very plan already: it is ${r.id}. Your reason was not kept.`;
}

/** A person decides about a request. */
export async function decideOn(
  typed: string,
  call: Call,
  does: {
    act(id: string): Promise<Remediation | Refusal>;
    lead(r: Remediation): string;
    /** What would ask for what was missing, where the person may do it at all. */
    retry?(r: Remediation): Button | null;
  },
): Promise<Message> {
  const found = await requestOf(typed, call);
  if (found === null) return unknownRequest(typed);
  const outcome = await does.act(found.remediation.id);
  if (isRefusal(outcome)) {
    const { id } = found.remediation;
    const retry = does.retry?.(found.remediation) ?? null;
    return refusal({
      says: outcome.refused,
      buttons: [...(retry === null ? [] : [retry]), { label: `Show ${id}`, says: `show ${id}` }],
    });
  }
  return standing(outcome, does.lead(outcome));
}

/** What to fix, as typed: one finding, or a check in an account. */
export async function fixAsk(
  typed: {
    readonly finding?: string | undefined;
    readonly check?: string | undefined;
    readonly account?: string | undefined;
    readonly with?: string | undefined;
    readonly value?: string | undefined;
  },
  { services }: Call,
): Promise<FixAsk | Refusal> {
  const { finding, check, account, value } = typed;
  const choice = value === undefined ? {} : { choice: value };
  if (finding !== undefined) {
    if (check !== undefined || account !== undefined)
      return { refused: 'Name one finding, or a check and an account: not both.' };
    return { finding, ...(typed.with === undefined ? {} : { remedy: typed.with }), ...choice };
  }
  if (check === undefined || account === undefined)
    return {
      refused:
        'Name what to fix: a finding such as F-7K3QX, or `--check` with a check and `--account` with an account.',
    };
  if (typed.with !== undefined)
    return {
      refused: 'A remedy is chosen by name for one finding only: name the finding, or leave `with:` out.',
    };
  const checks = checkIds(services, [check]);
  if (isRefusal(checks)) return checks;
  const accounts = await accountIds(services, [account]);
  if (isRefusal(accounts)) return accounts;
  const [[id, ...more], [where]] = [checks.ids, accounts.ids];
  if (id === undefined || where === undefined || more.length > 0)
    return { refused: `“${check}” could be more than one check. Write its whole id.` };
  return { check: id, account: where, ...choice };
}

const isGuided = (x: object): x is Guided => 'guidance' in x;

/** A plan, steps for a person, or why there is neither. `again` says the same, for the plan of this hash. */
export async function planned(
  outcome: Planned | Guided | Refusal,
  call: Call,
  how: { again(plan: string): string; dryRun?: boolean; moved?: boolean },
): Promise<Message> {
  if (isRefusal(outcome)) return refusal({ says: outcome.refused });
  const reader = await readerOf(call);
  if (isGuided(outcome)) return guidedMessage(outcome, reader);
  const { freeze } = call.services;
  return planMessage(
    {
      planned: outcome,
      freeze: await freeze.state(),
      window: freeze.window(),
      ...(how.dryRun ? {} : { request: how.again(shortHash(outcome.plan)) }),
      ...(how.moved ? { moved: true } : {}),
    },
    reader,
  );
}

/** What became of a request for a plan. */
export async function requested(
  outcome: Remediation | { readonly moved: Planned } | Guided | Refusal,
  call: Call,
  how: { again(plan: string): string; lead(r: Remediation): string },
): Promise<Message> {
  if (isRefusal(outcome) || isGuided(outcome)) return planned(outcome, call, how);
  if ('moved' in outcome) {
    const message = await planned(outcome.moved, call, { ...how, moved: true });
    return { ...message, exit: 1 };
  }
  return standing(outcome, how.lead(outcome));
}
