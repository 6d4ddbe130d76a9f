import type { Message, Text } from '../../domain/message.ts';
import type { Actor } from '../../domain/people.ts';
import type { Arg, Spoken } from '../arguments.ts';
import { usageOf } from '../usage.ts';
import { listed, sentences } from './words.ts';

/** So many lines of a table are still read; with more, what changes something stands apart. */
const mostRows = 20;

/** What the reader may do, and nothing else. */
export function helpMessage(commands: readonly Spoken[], actor: Actor): Message {
  const roles =
    actor.roles.length === 0 ? 'You have no role here yet.' : `Your roles: ${listed(actor.roles)}.`;
  const title = `You can say ${commands.length === 1 ? 'one thing' : `${commands.length} things`} here.`;
  const more = 'Say “help” and a verb, like “help findings”, for its arguments and more examples.';
  const tries = commands.filter((c) => !c.changes && c.name !== 'help').slice(0, 4);
  const apart = commands.length > mostRows ? commands.filter((c) => c.changes) : [];
  const rows = commands.filter((c) => !apart.includes(c));
  return {
    text: sentences(title, ...commands.map((c) => `${c.name}: ${c.summary}`), roles, more),
    blocks: [
      { kind: 'text', text: [{ bold: title }, ` ${roles}`] },
      {
        kind: 'table',
        summary: sentences(title, `They are ${listed(commands.map((c) => c.name))}`),
        columns: ['Say', 'What it does', 'For example'],
        rows: rows.map((c): readonly Text[] => [
          [{ code: c.name }],
          c.summary,
          [{ code: c.examples[0] ?? c.name }],
        ]),
      },
      ...(apart.length === 0
        ? []
        : [
            { kind: 'text' as const, text: [{ bold: 'What changes something:' }] },
            { kind: 'facts' as const, facts: apart.map((c) => ({ label: c.name, value: c.summary })) },
          ]),
      { kind: 'note', text: more },
      ...(tries.length === 0
        ? []
        : [
            {
              kind: 'buttons' as const,
              buttons: tries.map((c) => ({ label: `Help for ${c.name}`, says: `help ${c.name}` })),
            },
          ]),
    ],
    visibility: 'sender',
    data: commands,
  };
}

function argText(name: string, a: Arg): { label: string; value: string } {
  const parts = [
    a.summary,
    ...(a.choices && a.choices.length <= 12 ? [`one of ${listed(a.choices)}`] : []),
    ...(a.initial === undefined ? [] : [`${a.initial} unless you say otherwise`]),
    a.required ? 'needed' : 'may be left out',
  ];
  return { label: name, value: `${parts.join('; ')}.` };
}

/** One verb: how it is said, what it takes, and examples. */
export function verbHelp(c: Spoken): Message {
  const usage = usageOf(c);
  const args = Object.entries(c.args)
    .filter(([, a]) => !a.unasked)
    .map(([name, a]) => argText(name, a));
  const role = c.open
    ? 'Everybody may say it.'
    : `It needs the role ${c.role}${c.also === undefined ? '' : ` or ${c.also}`}.`;
  const examples = c.examples.flatMap((example): Text => ['\n', { code: example }]);
  return {
    text: sentences(
      `${c.name}: ${c.summary}`,
      role,
      `The form is: ${usage}`,
      ...args.map(({ label, value }) => `${label}: ${value}`),
      `Examples: ${c.examples.join('; ')}`,
    ),
    blocks: [
      { kind: 'heading', text: c.name },
      { kind: 'text', text: `${c.summary} ${role}` },
      { kind: 'code', text: usage },
      ...(args.length === 0 ? [] : [{ kind: 'facts' as const, facts: args }]),
      { kind: 'text', text: [{ bold: 'Examples:' }, ...examples.flat()] },
    ],
    visibility: 'sender',
    data: c,
  };
}
