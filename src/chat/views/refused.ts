import type { Refused } from '../../domain/authority.ts';
import type { StepRefusal } from '../../domain/remediation.ts';

/** Why a deed is refused, in one sentence that also tells what would work. */
export const refusedWords: Readonly<Record<Refused | StepRefusal, string>> = {
  standing:
    'Only members of this workspace may do this, and this account is a guest, a stranger, a bot or deactivated.',
  role: 'This needs a role that you do not have.',
  selfApproval:
    'Whoever asked for a change never approves it: somebody else must, whichever account they use.',
  alreadyVoted: 'You have approved it already, and a person counts once. Denying takes the approval back.',
  sameGroup: 'The two approvals must come from different groups, and yours would not be from another one.',
  notOpen: 'It is not in a state where this can be done any more: `show` tells how it stands.',
  expired: 'Its time ran out before this was decided. It can be planned and asked for again.',
  notYours: 'Only whoever asked for it, or an approver, may withdraw it.',
  nothingWritten: 'Nothing was written, so there is nothing to undo.',
  tooLate: 'The time in which it could be undone is over.',
  alreadyUndone: 'It has been undone already.',
  planChanged:
    'The plan is another one than the one you looked at, so the approval counts for nothing. Look at it again first.',
  notNow: 'Somebody else was faster, or it is over: `show` tells how it stands.',
  noQuorum: 'It does not have the approvals that its tier asks for, so nothing was written.',
  outOfOrder: 'This step does not follow from how far it has come, so nothing was done.',
};
