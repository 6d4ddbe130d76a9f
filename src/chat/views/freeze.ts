import type { Instant } from '../../domain/finding.ts';
import type { FreezeState } from '../../domain/freeze.ts';
import type { Block, Button, Message } from '../../domain/message.ts';
import { may } from '../../domain/people.ts';
import type { Reader } from './reader.ts';
import { marked, said, sentences, shown, timeText, unmarked } from './words.ts';

export type Window = { readonly name: string; readonly until: Instant } | null;

/** Why nothing is written now, in sentences; null when nothing stands in the way. */
export function stopped(f: FreezeState, window: Window): string | null {
  const parts = [
    f.on && killSwitchText(f),
    window !== null && windowText(window),
    (f.on || window !== null) &&
      'A request can be made meanwhile, and is approved and carried out afterwards.',
  ];
  return f.on || window !== null ? sentences(...parts) : null;
}

/** One sentence about the kill switch, on every card. */
export function killSwitchText(f: FreezeState): string {
  if (!f.on) return 'Kill switch: off.';
  const by = shown(f.by?.name ?? 'somebody', 40);
  const since = f.at === null ? '' : ` since ${timeText(f.at)}`;
  const why = f.reason === null ? '' : `: ${said(f.reason, 200)}`;
  return sentences(
    `Kill switch: on${since}, by ${by}${why}`,
    'Nothing is written until two persons restart it',
  );
}

const windowText = (w: NonNullable<Window>): string =>
  `The change freeze “${shown(w.name, 60)}” holds until ${timeText(w.until)}; only breaking the glass passes it.`;

/** The kill switch as it stands, and what the reader can do about it. */
export function freezeMessage(f: FreezeState, window: Window, reader: Reader, lead?: string): Message {
  const state = killSwitchText(f);
  const half =
    f.restart === null
      ? null
      : `${shown(f.restart.by.name, 40)} asked to restart on ${timeText(f.restart.at)}: ${said(f.restart.reason, 200)}. Another approver must agree within an hour of that.`;
  const held = window === null ? 'No change freeze holds now.' : windowText(window);
  const mayStop = reader.actor !== null && may(reader.actor, 'responder');
  const mayRestart = reader.actor !== null && may(reader.actor, 'approver');
  const buttons: Button[] = [];
  if (mayStop && (!f.on || f.restart !== null))
    buttons.push({ label: 'Stop every change', says: 'freeze on needs:reason', asks: true, style: 'danger' });
  const halfIsMine = f.restart !== null && f.restart.by.person === reader.actor?.person;
  if (mayRestart && f.on && !halfIsMine)
    buttons.push({
      label: f.restart === null ? 'Ask to restart' : 'Agree to restart',
      says: 'freeze off needs:reason',
      asks: true,
    });
  const who = f.on
    ? mayRestart
      ? null
      : 'Restarting needs the role approver, and two persons who have it.'
    : mayStop
      ? null
      : 'Stopping needs the role responder.';
  const blocks: Block[] = [
    ...(lead === undefined ? [] : [{ kind: 'text' as const, text: [{ bold: lead }] }]),
    { kind: 'text', tone: f.on ? 'high' : 'info', text: [{ bold: state }] },
    ...(half === null ? [] : [{ kind: 'text' as const, text: half }]),
    { kind: 'text', text: held },
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
    ...(who === null ? [] : [{ kind: 'note' as const, text: who }]),
  ];
  return {
    text: sentences(lead, state, half, held, who),
    blocks,
    visibility: 'sender',
    data: { freeze: f, window },
  };
}

/** Told to all approvers at once: somebody stopped, restarted, or broke the glass. */
export function urgentMessage(says: string): Message {
  const clean = sentences(said(says, 1000));
  const text = marked(clean);
  return {
    text: unmarked(clean),
    blocks: [
      {
        kind: 'text',
        tone: 'high',
        text: [{ bold: 'For all approvers. ' }, ...(typeof text === 'string' ? [text] : text)],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'What waits for me', says: 'approvals' },
          { label: 'Kill switch', says: 'freeze' },
        ],
      },
    ],
  };
}
