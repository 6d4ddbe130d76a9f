import type { Instant } from './finding.ts';
import { type Actor, may } from './people.ts';
import type { Remediation, Vote } from './remediation.ts';

/** Why somebody may not; a word that views turn into a sentence. */
export type Refused =
  | 'standing'
  | 'role'
  | 'selfApproval'
  | 'alreadyVoted'
  | 'sameGroup'
  | 'notOpen'
  | 'expired'
  | 'notYours'
  | 'nothingWritten'
  | 'tooLate'
  | 'alreadyUndone';

/** People who approve, and the groups they count for (persons, not accounts). */
export type Groups = Readonly<Record<string, readonly string[]>>;

export const groupsOf = (groups: Groups, person: string): readonly string[] =>
  Object.entries(groups)
    .filter(([, members]) => members.includes(person))
    .map(([name]) => name);

/** The votes that count: one per person, never the requester's, and only for this very plan. */
export function counting(r: Pick<Remediation, 'plan' | 'votes' | 'requestedBy'>): readonly Vote[] {
  const byPerson = new Map<string, Vote>();
  for (const vote of r.votes) {
    const counts =
      vote.hash === r.plan.hash &&
      vote.person !== r.requestedBy.person &&
      (!r.plan.tier.stepUp || vote.proof === 'totp');
    if (counts && !byPerson.has(vote.person)) byPerson.set(vote.person, vote);
  }
  return [...byPerson.values()];
}

/** Two people of whom each is in a group that the other is not in. */
const fromDifferentGroups = (a: Vote, b: Vote): boolean =>
  a.groups.some((g) => !b.groups.includes(g)) && b.groups.some((g) => !a.groups.includes(g));

/** Whether the votes suffice for the tier. The only place that counts them, at the vote and before the write. */
export function hasQuorum(r: Pick<Remediation, 'plan' | 'votes' | 'requestedBy'>): boolean {
  const { quorum, distinctGroups } = r.plan.tier;
  const votes = counting(r);
  if (votes.length < quorum) return false;
  if (quorum === 1 || !distinctGroups) return true;
  return votes.some((a, i) => votes.slice(i + 1).some((b) => fromDifferentGroups(a, b)));
}

/**
 * Whether this person may approve this plan now. The one decision for drawing the button, for the vote, and (with the
 * vote itself left out) for looking again before the write.
 */
export function mayApprove(r: Remediation, actor: Actor, groups: Groups, at: Instant): Refused | null {
  if (actor.standing !== 'member') return 'standing';
  if (!may(actor, 'approver')) return 'role';
  if (actor.person === r.requestedBy.person) return 'selfApproval';
  if (r.state !== 'proposed') return 'notOpen';
  if (r.approveBy <= at) return 'expired';
  const others = counting(r);
  if (others.some((v) => v.person === actor.person)) return 'alreadyVoted';
  const { quorum, distinctGroups } = r.plan.tier;
  if (quorum === 2 && distinctGroups) {
    const mine = { groups: groupsOf(groups, actor.person) } as Vote;
    if (mine.groups.length === 0) return 'sameGroup';
    if (others.length > 0 && !others.some((v) => fromDifferentGroups(v, mine))) return 'sameGroup';
  }
  return null;
}

/** Denying needs the same standing as approving; a vote already given may be taken back by denying. */
export function mayDeny(r: Remediation, actor: Actor, at: Instant): Refused | null {
  if (actor.standing !== 'member') return 'standing';
  if (!may(actor, 'approver')) return 'role';
  if (r.state !== 'proposed') return 'notOpen';
  return r.approveBy <= at ? 'expired' : null;
}

/** Only who asked, or who may approve, and only before anything is written. */
export function mayWithdraw(r: Remediation, actor: Actor): Refused | null {
  if (actor.standing !== 'member') return 'standing';
  if (actor.person !== r.requestedBy.person && !may(actor, 'approver')) return 'notYours';
  return r.state === 'proposed' || r.state === 'approved' ? null : 'notOpen';
}

/** From every state after a write, failed ones too, within the window. */
export function mayUndo(r: Remediation, actor: Actor, at: Instant): Refused | null {
  if (actor.standing !== 'member') return 'standing';
  if (!may(actor, 'responder')) return 'role';
  if (r.state === 'undone') return 'alreadyUndone';
  if (!['applied', 'unverified', 'failed', 'frozen', 'stale'].includes(r.state)) return 'notOpen';
  if (!r.targets.some((t) => t.wrote)) return 'nothingWritten';
  return r.undoUntil !== null && r.undoUntil <= at ? 'tooLate' : null;
}
