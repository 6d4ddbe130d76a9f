import type { Button } from '../../domain/message.ts';
import { type Actor, may } from '../../domain/people.ts';
import type { Remediation } from '../../domain/remediation.ts';
import type { RemediationView } from '../../engine/services.ts';
import { shortHash } from './plan-words.ts';
import type { Reader } from './reader.ts';
import { either, namesOf, votesText, writtenOf } from './remediation-words.ts';
import { sentences } from './words.ts';

export interface Deeds {
  readonly buttons: readonly Button[];
  /** Who can do what the reader cannot, and why the reader cannot. */
  readonly says: string | null;
}

/** A vote, for this very plan; the form asks for what the tier wants besides. */
export function approveButton({ id, plan }: Pick<Remediation, 'id' | 'plan'>): Button {
  const needs = [...(plan.tier.confirm ? ['confirm'] : []), ...(plan.tier.stepUp ? ['code'] : [])];
  const says = `approve ${id} plan:${shortHash(plan)}`;
  return needs.length > 0
    ? { label: 'Approve', says: `${says} needs:${needs.join(',')}`, asks: true, style: 'primary' }
    : {
        label: 'Approve',
        says,
        style: 'primary',
        confirm: `You approve ${id}, exactly as the plan shows it. With the last approval that is needed it is carried out at once.`,
      };
}

const deny = (id: string): Button => ({ label: 'Deny', says: `deny ${id}`, asks: true, style: 'danger' });
const withdraw = (id: string): Button => ({
  label: 'Withdraw',
  says: `withdraw ${id}`,
  confirm: `${id} is withdrawn, and nothing is written. It can be asked for again.`,
});

/** Whether it could be undone by somebody, as far as the row tells. */
export const undoable = (r: Remediation, now: Date): boolean =>
  ['applied', 'unverified', 'failed', 'frozen', 'stale'].includes(r.state) &&
  writtenOf(r) > 0 &&
  r.plan.reversibility.undo !== 'no' &&
  (r.undoUntil === null || r.undoUntil > now.toISOString());

const others = (reader: Reader, r: Remediation): boolean =>
  reader.actor === null
    ? reader.people.holding('approver').some((name) => name !== r.requestedBy.name)
    : may(reader.actor, 'approver') && reader.actor.person !== r.requestedBy.person;

/** The way to ask for the same thing again. */
function anew(r: Remediation): Button {
  const { plan } = r;
  const says =
    plan.deed === 'undo'
      ? `undo ${plan.reverses}`
      : plan.targets.length === 1
        ? `fix ${plan.targets[0].handle}`
        : `fix check:${plan.check} account:${plan.account}`;
  return { label: 'Plan anew', says };
}

const whileStopped = 'It cannot be approved while every change is stopped: “freeze” tells by whom, and why.';

/** What everybody in the channel reads: the buttons are for those who are named. */
function open(v: RemediationView): Deeds {
  const { remediation: r, approvers } = v;
  if (approvers.length === 0)
    return {
      buttons: [withdraw(r.id)],
      says: `Nobody can approve it now: whoever asked or approved already does not count, and nobody else here ${
        r.plan.tier.distinctGroups
          ? 'has the role approver and belongs to another group'
          : 'has the role approver'
      }. It is granted in the configuration, under slack.roles or teams.roles.`,
    };
  if (v.freeze.on) return { buttons: [deny(r.id), withdraw(r.id)], says: whileStopped };
  const missing = r.plan.tier.quorum - Number(votesText(r).split(' ')[0]);
  return {
    buttons: [approveButton(r), deny(r.id), withdraw(r.id)],
    says: sentences(
      `${either(approvers)} can approve it`,
      approvers.length < missing && `${missing} more approvals are needed, so another approver must be named`,
      `${r.requestedBy.name} asked for it, so somebody else approves`,
    ),
  };
}

function mine(v: RemediationView, reader: Reader, actor: Actor): Deeds {
  const { remediation: r, approvers } = v;
  const no = reader.why('approve', r, actor);
  const buttons: Button[] = [];
  if (no === null && !v.freeze.on) buttons.push(approveButton(r));
  if (reader.why('deny', r, actor) === null) buttons.push(deny(r.id));
  if (reader.why('withdraw', r, actor) === null) buttons.push(withdraw(r.id));
  const can = approvers.length === 0 ? 'Nobody can approve it now' : `${namesOf(approvers)} can approve it`;
  if (no === null && v.freeze.on) return { buttons, says: whileStopped };
  return { buttons, says: no === null ? null : sentences(`You cannot approve it: ${no.says}`, can) };
}

/** What can be pressed, by this reader or by somebody in the channel; never what nobody may press. */
export function deedsOf(v: RemediationView, reader: Reader): Deeds {
  const { remediation: r } = v;
  const { actor } = reader;
  const undo: readonly Button[] =
    undoable(r, reader.now) && (actor === null || reader.why('undo', r, actor) === null)
      ? [{ label: 'Undo', says: `undo ${r.id}` }]
      : [];
  const look: readonly Button[] =
    r.state === 'unverified' && r.plan.targets.length === 1 && (actor === null || may(actor, 'responder'))
      ? [{ label: 'Check again', says: `recheck ${r.plan.targets[0].handle}` }]
      : [];
  const again: readonly Button[] =
    ['stale', 'frozen', 'failed', 'expired'].includes(r.state) &&
    writtenOf(r) === 0 &&
    (actor === null || may(actor, 'responder'))
      ? [anew(r)]
      : [];
  const review: readonly Button[] =
    r.breakGlass !== null && r.breakGlass.reviewedBy === null && others(reader, r)
      ? [{ label: 'Review', says: `review ${r.id}`, asks: true, style: 'primary' }]
      : [];
  const ended = [...review, ...undo, ...look, ...again];
  switch (r.state) {
    case 'proposed':
      return actor === null ? open(v) : mine(v, reader, actor);
    case 'approved': {
      const may = actor === null || reader.why('withdraw', r, actor) === null;
      return { buttons: [...review, ...(may ? [withdraw(r.id)] : [])], says: null };
    }
    case 'executing':
    case 'verifying':
    case 'applied':
    case 'unverified':
    case 'failed':
    case 'stale':
    case 'denied':
    case 'withdrawn':
    case 'expired':
    case 'frozen':
    case 'undone':
      return { buttons: ended, says: null };
  }
}
