import type { Refused } from '../../domain/authority.ts';
import type { Role } from '../../domain/people.ts';
import type { Remediation } from '../../domain/remediation.ts';

const states: Readonly<Record<Remediation['state'], string>> = {
  proposed: 'is waiting for approval',
  approved: 'has been approved already',
  executing: 'is being carried out',
  verifying: 'has been written and is being verified',
  applied: 'has been applied already',
  unverified: 'has been written already',
  failed: 'has failed',
  stale: 'is stale: the state moved after the plan was made',
  denied: 'was denied',
  withdrawn: 'was withdrawn',
  expired: 'has expired',
  frozen: 'was stopped',
  undone: 'has been undone',
};

/** Why somebody may not, in a sentence that says what to do. */
export function refusalOf(refused: Refused, r: Remediation, role: Role = 'approver'): string {
  switch (refused) {
    case 'standing':
      return 'Only members of this workspace may change anything.';
    case 'role':
      return `You need the role ${role} for this.`;
    case 'selfApproval':
      return `You asked for ${r.id} yourself, so a second person must approve it. Another account of yours does not count.`;
    case 'alreadyVoted':
      return `You have approved ${r.id} already; it needs another person besides you.`;
    case 'sameGroup':
      return `${r.id} needs two people from different groups (remediation.groups), and you would not add one.`;
    case 'notOpen':
      return r.state === 'stale' && r.because !== null
        ? `${r.id} is stale: ${r.because}.`
        : `${r.id} ${states[r.state]}.`;
    case 'expired':
      return `The time for approving ${r.id} is over. Say \`fix ${r.plan.targets[0].handle}\` to plan it anew.`;
    case 'notYours':
      return `Only ${r.requestedBy.name}, who asked for ${r.id}, or an approver may withdraw it.`;
    case 'nothingWritten':
      return `Nothing was written by ${r.id}, so there is nothing to undo.`;
    case 'tooLate':
      return `The time in which ${r.id} could be undone is over. Change it back by hand, or plan a new fix.`;
    case 'alreadyUndone':
      return `${r.id} has been undone already.`;
  }
}
