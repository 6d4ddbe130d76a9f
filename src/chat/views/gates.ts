import type { Message, Text } from '../../domain/message.ts';
import { listed, said, sentences, unmarked } from './words.ts';

/** One thing that must hold, and whether it does for this person at this moment. */
export interface Gate {
  readonly name: string;
  readonly open: boolean;
  readonly says: string;
}

/** Every gate that was asked. One that is shut is enough: nothing that is open outweighs it. */
export function gatesMessage(deed: string, gates: readonly Gate[], who: string | null): Message {
  const shut = gates.filter((g) => !g.open);
  const title =
    shut.length === 0
      ? `Nothing stands in the way: you can ${deed} now.`
      : `You cannot ${deed} now: ${listed(shut.map((g) => g.name.toLowerCase()))} ${shut.length === 1 ? 'stands' : 'stand'} in the way.`;
  const rule = shut.length === 0 ? null : 'One gate that is shut is enough, whatever the others say.';
  return {
    text: sentences(
      title,
      ...gates.map((g) => `${g.name}: ${g.open ? 'open' : 'shut'}, ${unmarked(said(g.says, 300))}`),
      rule,
      who,
    ),
    blocks: [
      { kind: 'text', text: [{ bold: title }] },
      {
        kind: 'table',
        summary: title,
        columns: ['Gate', 'Now', 'Why'],
        rows: gates.map((g): readonly Text[] => [
          g.name,
          g.open ? 'Open' : 'Shut',
          unmarked(said(g.says, 280)),
        ]),
      },
      ...(rule === null ? [] : [{ kind: 'note' as const, text: rule }]),
      ...(who === null ? [] : [{ kind: 'text' as const, text: who }]),
    ],
    visibility: 'sender',
    data: { deed, gates },
  };
}
