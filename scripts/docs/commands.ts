import { commands } from '#commands';
import type { Arg, Spoken } from '../../src/chat/arguments.ts';
import { usageOf } from '../../src/chat/usage.ts';
import { atTerminal } from '../../src/cli/usage.ts';
import { anchor, cell, code, page, table } from './markdown.ts';

const all = commands as readonly Spoken[];

const shapes: Readonly<Record<Arg['kind'], string>> = {
  word: 'a word',
  number: 'a number',
  flag: 'yes, when it is said',
  choice: 'one of',
  duration: 'a time: `12h`, `7d`, `2w`, `3mo`',
  date: 'a date: `2027-01-31`, or a time from now',
  person: 'a person: `@ann`, `me`',
  rest: 'the rest of the line',
  list: 'names, apart by commas; may repeat',
};

function typeOf(arg: Arg): string {
  const choices = arg.choices?.map(code).join(', ');
  if (arg.kind === 'choice') return `one of ${choices}`;
  return choices ? `${shapes[arg.kind]}: ${choices}` : shapes[arg.kind];
}

const said = (name: string, arg: Arg): string =>
  arg.kind === 'flag'
    ? `--${name}`
    : arg.positional
      ? `${name}, or ${name}:…`
      : `${name}${arg.atLeast ?? ':'}…`;

const roleOf = (c: Spoken): string =>
  c.open ? 'anybody' : c.also === undefined ? c.role : `${c.role} or ${c.also}`;

/** The examples that a shell would read otherwise, as they are typed there. */
function inShell(command: Spoken): readonly string[] {
  const other = command.examples.filter((e) => atTerminal(e) !== `hipaa ${e}`);
  return other.length === 0
    ? []
    : [
        `At a terminal, with what a shell would take for its own in quotes:\n\n\`\`\`sh\n${other.map(atTerminal).join('\n')}\n\`\`\``,
      ];
}

function section(command: Spoken): string {
  const args = Object.entries(command.args);
  return [
    `## ${command.name}`,
    command.summary,
    `\`\`\`text\n${usageOf(command)}\n\`\`\``,
    [
      `- Role: ${command.open ? 'none' : roleOf(command)}`,
      `- Changes something: ${command.changes ? 'yes, and everybody in the channel sees it' : 'no'}`,
    ].join('\n'),
    ...(args.length === 0
      ? []
      : [
          table(
            ['Argument', 'What it is', 'Needed', 'Meaning'],
            args.map(([name, arg]) => [
              code(said(name, arg)),
              typeOf(arg),
              arg.required ? 'yes' : arg.initial === undefined ? 'no' : `no; ${code(arg.initial)}`,
              cell(arg.summary),
            ]),
          ),
        ]),
    `Examples:\n\n\`\`\`text\n${command.examples.join('\n')}\n\`\`\``,
    ...inShell(command),
  ].join('\n\n');
}

export const commandsPage = (): string =>
  page(
    'Commands',
    'The same commands everywhere: in Slack after `/hipaa` (or after a mention of the bot), in Teams to the bot (in a channel after a mention of it), at a terminal after `hipaa`. ' +
      'A button is one of these lines, already typed.',
    'Every argument can be given by name: `--for 7d`, `for:7d`, `severity>=high`. Quotes hold words together. ' +
      'A role includes those before it: viewer, responder, approver, officer. An admin may look and runs the bot, and accepts no risk.',
    table(
      ['Command', 'Role', 'What it does'],
      all.map((c) => [`[${code(c.name)}](#${anchor(c.name)})`, roleOf(c), cell(c.summary)]),
    ),
    'At a terminal there are also `hipaa serve`, `hipaa demo` and `hipaa inventory record`, and `hipaa scan` and `hipaa policy` have options of their own; `hipaa --help` tells.',
    ...all.map(section),
  );
