import type { Instant } from '../../domain/finding.ts';
import type { FreezeState } from '../../domain/freeze.ts';
import type { Block, Button, Message } from '../../domain/message.ts';
import type { Planned } from '../../engine/services.ts';
import { stopped } from './freeze.ts';
import { changeParts, meansParts, verdictParts, whereOf } from './plan-blocks.ts';
import { planDocument, shortHash } from './plan-words.ts';
import type { Reader } from './reader.ts';
import { namesOf, whatOf } from './remediation-words.ts';
import { number, said, sentences } from './words.ts';

export interface PlanView {
  readonly planned: Planned;
  /** What the button says, which asks for the reason; absent for a dry run. */
  readonly request?: string;
  /** The state that was looked at before is not there any more. */
  readonly moved?: boolean;
  readonly freeze: FreezeState;
  readonly window: { readonly name: string; readonly until: Instant } | null;
}

const leftOutShown = 5;

function whoCould({ plan, approvers }: Planned): string {
  const { quorum } = plan.tier;
  if (approvers.length === 0)
    return 'Nobody could approve it if you asked: no one else here has the role approver. It is granted in the configuration, under slack.roles or teams.roles.';
  const could = `${namesOf(approvers)} could approve it`;
  return approvers.length < quorum
    ? `${could}, but ${quorum} must: another approver is needed.`
    : `${could}.`;
}

/** What would be done, before anything is. For the one who asked, and nobody else. */
export function planMessage(v: PlanView, reader: Reader): Message {
  const { plan, blocked, leftOut, already, approvers } = v.planned;
  const what = whatOf({ plan });
  const account = whereOf(plan, reader);
  const handles = plan.targets.length === 1 ? ` for ${plan.targets[0].handle}` : '';
  const lead = v.moved
    ? 'What is there is not what you looked at: the plan has changed, and nothing was requested. This is the plan now.'
    : null;
  const nothing = 'Nothing has been changed: this is only the plan.';
  const about = `${plan.title}: ${what} in the account ${account}${handles}.`;
  const more = 'the attached file has all of it.';
  const changes = changeParts(plan, more);
  const verdict = verdictParts(plan, more);
  const means = meansParts(plan);
  const frozen = stopped(v.freeze, v.window);
  const out =
    leftOut.length === 0
      ? null
      : `Left out, ${number(leftOut.length)}: ${leftOut
          .slice(0, leftOutShown)
          .map((l) => `${l.handle}, because ${said(l.because, 140)}`)
          .join(
            '; ',
          )}${leftOut.length > leftOutShown ? `; and ${number(leftOut.length - leftOutShown)} more` : ''}.`;
  const [first] = plan.targets;
  const others =
    v.planned.others === undefined
      ? null
      : `Other ways: ${v.planned.others
          .map(({ name, title }) => `“fix ${first.handle} with:${name}” (${said(title, 100)})`)
          .join('; ')}.`;
  const cannot = blocked === null ? null : sentences(said(blocked, 300));
  const open = already === null ? null : `The very same plan has been requested already: ${already}.`;
  // Where the lack of approvers is what blocks, that has been said.
  const who = blocked !== null && approvers.length < plan.tier.quorum ? null : whoCould(v.planned);
  const hash = `Plan ${shortHash(plan)}. An approval is for exactly this plan; if what is there changes, it counts for nothing.`;

  const buttons: Button[] = [];
  if (already !== null) buttons.push({ label: `Show ${already}`, says: `show ${already}` });
  else if (blocked === null && v.request !== undefined)
    buttons.push({ label: 'Request approval', says: v.request, asks: true, style: 'primary' });

  const blocks: Block[] = [
    ...(lead === null ? [] : [{ kind: 'text' as const, text: [{ bold: lead }] }]),
    { kind: 'heading', text: `Plan: ${said(plan.title, 140)}` },
    {
      kind: 'text',
      text: [{ bold: `${what} in ${account}${handles}. ` }, nothing],
    },
    ...changes.blocks,
    ...verdict.blocks,
    ...means.blocks,
    ...(others === null ? [] : [{ kind: 'text' as const, text: others }]),
    ...(out === null ? [] : [{ kind: 'text' as const, text: out }]),
    ...(cannot === null ? [] : [{ kind: 'text' as const, tone: 'unknown' as const, text: cannot }]),
    ...(frozen === null ? [] : [{ kind: 'text' as const, tone: 'info' as const, text: frozen }]),
    ...(open === null && who === null ? [] : [{ kind: 'text' as const, text: open ?? who ?? '' }]),
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
    { kind: 'note', text: hash },
  ];
  const cut = changes.cut || verdict.cut;
  return {
    text: sentences(
      lead,
      about,
      nothing,
      ...changes.says,
      ...verdict.says,
      ...means.says,
      others,
      out,
      cannot,
      frozen,
      open ?? who,
      hash,
    ),
    blocks,
    visibility: 'sender',
    ...(cut
      ? {
          attachment: {
            name: `plan-${shortHash(plan)}.txt`,
            mediaType: 'text/plain',
            text: planDocument(plan),
          },
        }
      : {}),
    data: v.planned,
  };
}
