import { mayApprove } from '../../domain/authority.ts';
import type { Actor } from '../../domain/people.ts';
import { signature } from '../../domain/people.ts';
import type { Plan } from '../../domain/plan.ts';
import { type Person, proposed, type Remediation } from '../../domain/remediation.ts';
import type { Engine } from '../context.ts';
import type { PeopleDesk } from '../services.ts';

export const personOf = (actor: Actor): Person => ({
  person: actor.person,
  by: signature(actor),
  name: actor.name,
});

/** Names of those who may still approve, a person once; empty when nobody can. */
export async function approversOf(
  engine: Engine,
  people: Pick<PeopleDesk, 'members'>,
  r: Remediation,
): Promise<readonly string[]> {
  if (r.state !== 'proposed') return [];
  const at = engine.now().toISOString();
  const byPerson = new Map<string, string>();
  for (const actor of await people.members('approver')) {
    if (mayApprove(r, actor, engine.rules.remediation.groups, at) !== null) continue;
    if (!byPerson.has(actor.person)) byPerson.set(actor.person, actor.name);
  }
  return [...byPerson.values()];
}

/** Who could approve the plan if this person asked for it. */
export const couldApprove = (
  engine: Engine,
  people: Pick<PeopleDesk, 'members'>,
  plan: Plan,
  requester: Actor,
): Promise<readonly string[]> => {
  const { clocks } = engine.rules.remediation;
  const at = engine.now().toISOString();
  return approversOf(engine, people, proposed('R-0', plan, personOf(requester), '', at, clocks));
};
