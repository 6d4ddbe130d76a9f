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

/** Names of those among the members who may still approve, by person. */
function eligible(engine: Engine, members: readonly Actor[], r: Remediation): ReadonlyMap<string, string> {
  const at = engine.now().toISOString();
  const byPerson = new Map<string, string>();
  for (const actor of members) {
    if (mayApprove(r, actor, engine.rules.remediation.groups, at) !== null) continue;
    if (!byPerson.has(actor.person)) byPerson.set(actor.person, actor.name);
  }
  return byPerson;
}

/** The same for a request; empty when nobody can. */
export const approversAmong = (
  engine: Engine,
  members: readonly Actor[],
  r: Remediation,
): readonly string[] => (r.state === 'proposed' ? [...eligible(engine, members, r).values()] : []);

/** Names of those who may still approve, a person once; empty when nobody can. */
export const approversOf = async (
  engine: Engine,
  people: Pick<PeopleDesk, 'members'>,
  r: Remediation,
): Promise<readonly string[]> =>
  r.state === 'proposed' ? approversAmong(engine, await people.members('approver'), r) : [];

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
  const all = eligible(engine, await people.members('approver'), r);
  const votes = [...all].map(([person, name]): Vote => {
    return { person, by: person, name, groups: groupsOf(groups, person), at, hash: plan.hash, proof: 'totp' };
  });
  return { names: [...all.values()], enough: hasQuorum({ ...r, votes }) };
}
