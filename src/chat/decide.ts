import type { Call } from '../command.ts';
import type { Finding } from '../domain/finding.ts';
import type { Message } from '../domain/message.ts';
import type { Refusal } from '../engine/services.ts';
import { isRefusal, readerOf } from './lookup.ts';
import { findingCard } from './views/finding.ts';
import { refusal } from './views/refusal.ts';

/** No such finding: names the one that was probably meant. `again` says the same of that one. */
export async function unknownFinding(
  id: string,
  call: Call,
  again: (handle: string) => string,
): Promise<Message> {
  const [near] = await call.services.findings.similar(id);
  return refusal({
    says: `There is no finding “${id}”.`,
    ...(near === undefined ? { next: 'Say `findings` to see the open ones.' } : { didYouMean: again(near) }),
  });
}

/** A person decides about a finding: the card as it stands afterwards, led by what happened. */
export async function decide(
  id: string,
  call: Call,
  does: {
    act(): Promise<Finding | Refusal>;
    again(handle: string): string;
    lead(finding: Finding): string;
  },
): Promise<Message> {
  const { findings } = call.services;
  if ((await findings.get(id)) === null) return unknownFinding(id, call, does.again);
  const outcome = await does.act();
  if (isRefusal(outcome)) return refusal({ says: outcome.refused });
  const now = await findings.get(outcome.fingerprint);
  const card = findingCard(outcome, now?.history ?? [], await readerOf(call), does.lead(outcome));
  return { ...card, visibility: 'sender', replaces: true };
}
