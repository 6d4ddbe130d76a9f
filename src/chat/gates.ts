import type { Call } from '../command.ts';
import { counting } from '../domain/authority.ts';
import { may } from '../domain/people.ts';
import type { Remediation } from '../domain/remediation.ts';
import type { Refusal } from '../engine/services.ts';
import type { Spoken } from './arguments.ts';
import { denied } from './authorise.ts';
import { nearest } from './suggest.ts';
import { killSwitchText, stopped } from './views/freeze.ts';
import type { Gate } from './views/gates.ts';
import { refusedWords } from './views/refused.ts';
import { stateTitle } from './views/remediation-words.ts';
import { timeText } from './views/words.ts';

export function knownVerb(typed: string, registry: readonly Spoken[]): Spoken | Refusal {
  const name = typed.toLowerCase();
  const found = registry.find((c) => c.name === name);
  if (found) return found;
  const near = nearest(
    name,
    registry.map((c) => c.name),
  );
  return {
    refused: `There is no command “${typed}”.${near === undefined ? ' `help` lists them.' : ` Did you mean “${near}”?`}`,
  };
}

type Deed = 'approve' | 'deny' | 'withdraw' | 'undo';
const isDeed = (name: string): name is Deed => ['approve', 'deny', 'withdraw', 'undo'].includes(name);

/** Verbs that lead to a write sooner or later. */
const writes = ['fix', 'approve', 'undo', 'break-glass'];

const gate = (name: string, shut: string | null, open: string): Gate => ({
  name,
  open: shut === null,
  says: shut ?? open,
});

/** What is asked about the request itself, beside the role. */
function aboutRequest(deed: Deed, r: Remediation, { actor, now, services }: Call): readonly Gate[] {
  const own = actor.person === r.requestedBy.person;
  const deciding = deed === 'approve' || deed === 'deny';
  const late = r.approveBy <= now.toISOString();
  const no = services.remediations.why(deed, r, actor);
  const gates: Gate[] = [];
  if (deed === 'approve')
    gates.push(
      gate('Own request', own ? refusedWords.selfApproval : null, 'Somebody else asked for it.'),
      gate(
        'One vote each',
        counting(r).some((v) => v.person === actor.person) ? refusedWords.alreadyVoted : null,
        'You have not approved it yet.',
      ),
    );
  if (deed === 'approve' && r.plan.tier.distinctGroups)
    gates.push(
      gate('Group', no?.refused === 'sameGroup' ? refusedWords.sameGroup : null, 'Your group counts.'),
    );
  if (deciding)
    gates.push(
      gate(
        'State',
        r.state === 'proposed' ? null : `${refusedWords.notOpen} It is: ${stateTitle(r).toLowerCase()}.`,
        'It waits for approval.',
      ),
      gate('Clock', late ? refusedWords.expired : null, `It can be approved until ${timeText(r.approveBy)}.`),
    );
  // The one decision that counts is the desk's own; what it says besides is never left out.
  const told = no?.refused === 'standing' || no?.refused === 'role';
  if (no !== null && !told && gates.every((g) => g.open)) gates.push(gate('Request', no.says, ''));
  else if (!deciding && no === null) gates.push(gate('Request', null, 'Nothing about it stands in the way.'));
  return gates;
}

/** Every gate between this person and this deed, asked one by one. */
export async function gatesFor(command: Spoken, r: Remediation | null, call: Call): Promise<readonly Gate[]> {
  const { actor, services } = call;
  const no = denied(actor, command, command.role, services.people);
  const member = actor.standing === 'member';
  const gates: Gate[] = [
    gate(
      'Standing',
      member || (command.open && no === null) ? null : refusedWords.standing,
      'You are a member here.',
    ),
    gate(
      'Role',
      member && no !== null ? no.says : null,
      command.open
        ? 'It needs none.'
        : member && may(actor, command.role)
          ? `You have the role ${command.role}.`
          : 'Asked of members only.',
    ),
  ];
  if (r !== null && isDeed(command.name)) gates.push(...aboutRequest(command.name, r, call));
  if (writes.includes(command.name)) {
    const state = await services.freeze.state();
    const window = services.freeze.window();
    // Breaking the glass passes a change freeze, and nothing passes the kill switch.
    const held = command.name === 'break-glass' ? null : stopped({ ...state, on: false }, window);
    gates.push(
      gate('Kill switch', state.on ? killSwitchText(state) : null, 'It is off.'),
      gate('Change freeze', held, window === null ? 'None holds now.' : 'Breaking the glass passes it.'),
    );
  }
  return gates;
}
