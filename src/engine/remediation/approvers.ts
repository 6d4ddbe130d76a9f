import { groupsOf, hasQuorum, mayApprove } from '../../domain/authority.ts';
import type { Actor } from '../../domain/people.ts';
import { signature } from '../../domain/people.ts';
import type { Plan } from '../../domain/plan.ts';
import { type Person, proposed, type Remediation, type Vote } from '../../domain/remediation.ts';
import type { Engine } from '../context.ts';
import type { PeopleDesk } from '../services.ts';

export const personOf = (actor: Actor): Person => ({
  person: actor.person,
  by: signature(actor),
  name: actor.name,
});

/** Names of those who may still approve, by person. */
async function eligible(
  engine: Engine,
  people: Pick<PeopleDesk, 'members'>,
  r: Remediation,
): Promise<ReadonlyMap<string, string>> {
  const at = engine.now().toISOString();
  const byPerson = new Map<string, string>();
  for (const actor of await people.members('approver')) {
    if (mayApprove(r, actor, engine.rules.remediation.groups, at) !== null) continue;
    if (!byPerson.has(actor.person)) byPerson.set(actor.person, actor.name);
  }
  return byPerson;
}

/** Names of those who may still approve, a person once; empty when nobody can. */
export const approversOf = async (
  engine: Engine,
  people: Pick<PeopleDesk, 'members'>,
  r: Remediation,
): Promise<readonly string[]> =>
  r.state === 'proposed' ? [...(await eligible(engine, people, r)).values()] : [];

/** Who could approve the plan if this person asked for it, and whether all of them together would be enough. */
export async function couldApprove(
  engine: Engine,
  people: Pick<PeopleDesk, 'members'>,
  plan: Plan,
  requester: Actor,
): Promise<{ readonly names: readonly string[]; readonly enough: boolean }> {
  const { clocks, groups } = engine.rules.remediation;
  const at = engine.now().toISOString();
  const r = proposed('R-0', plan, personOf(requester), '', at, clocks);
  const all = await eligible(engine, people, r);
  const votes = [...all].map(([person, name]): Vote => {
    return { person, by: person, name, groups: groupsOf(groups, person), at, hash: plan.hash, proof: 'totp' };
  });
  return { names: [...all.values()], enough: hasQuorum({ ...r, votes }) };
}
