import type { Channel } from '../../../src/domain/message.ts';
import { type Actor, including, type Role } from '../../../src/domain/people.ts';
import type { Remediation } from '../../../src/domain/remediation.ts';
import type { Store } from '../../../src/domain/store.ts';
import type { Executor } from '../../../src/engine/remediation/executor.ts';
import type { FixAsk, Origin, RemediationDesk } from '../../../src/engine/services.ts';

/** What two people and the executor do: one fix, and perhaps its undo. */
export interface Road {
  readonly ask: FixAsk;
  readonly undo: boolean;
}

const person = (name: string, roles: readonly Role[]): Actor => ({
  platform: 'slack',
  team: 'T1',
  id: `U${name.toUpperCase()}`,
  name,
  person: name.toLowerCase(),
  roles: including(roles),
  standing: 'member',
});

export const ann = person('Ann', ['responder']);
export const bob = person('Bob', ['approver']);

const channel: Channel = { platform: 'slack', team: 'T1', id: 'C1' };
const mostTurns = 20;

export interface Parts {
  readonly store: Store;
  readonly desk: RemediationDesk;
  readonly executor: Executor;
  now(): Date;
}

const from = ({ now }: Parts, actor: Actor): Origin => ({ actor, channel, now: now() });

/** Until time or a restart would move nothing more. */
async function untilStill({ store, executor, now }: Parts): Promise<void> {
  for (let turn = 1; turn <= mostTurns; turn++) {
    if ((await store.remediations.due(now().toISOString())).length === 0) return;
    await executor.turn();
  }
  throw new Error('something does not come to rest');
}

/** As people do: they look whether it is there, and in which state, before they ask or agree again; what failed is asked for anew. */
async function agree(parts: Parts, deed: 'fix' | 'undo', ask: () => Promise<object>): Promise<Remediation> {
  const { remediations } = await parts.store.remediations.find({});
  const found = remediations.find((r) => r.plan.deed === deed && r.state !== 'failed');
  const r = found ?? granted(await ask());
  if (r.state === 'proposed') granted(await parts.desk.approve(r.id, {}, from(parts, bob)));
  await untilStill(parts);
  return r;
}

function granted(answer: object): Remediation {
  if ('id' in answer) return answer as Remediation;
  throw new Error(`it was not granted: ${JSON.stringify(answer)}`);
}

/** Walks the road from wherever it was left. */
export async function walk(parts: Parts, { ask, undo }: Road): Promise<void> {
  const { desk } = parts;
  const fix = await agree(parts, 'fix', () => desk.request(ask, { reason: 'it is open' }, from(parts, ann)));
  if (undo)
    await agree(parts, 'undo', () => desk.undo(fix.id, { reason: 'it must be open' }, from(parts, ann)));
}
