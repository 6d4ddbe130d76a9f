import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { styleText } from 'node:util';
import type { Attachment, Button, Channel, Message, MessageRef } from '../../domain/message.ts';
import type { Actor } from '../../domain/people.ts';
import type { ChatAdapter, Delivery, Ears } from '../adapter.ts';
import { nearest } from '../suggest.ts';
import { listed } from '../views/words.ts';
import { ask } from './ask.ts';
import { createLines, type Lines } from './lines.ts';
import { createNumbers } from './numbers.ts';
import { createPaper, type Output } from './paper.ts';
import { render, wantsColor } from './render.ts';
import { drawable } from './width.ts';

export interface ConsoleOptions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Output;
  /** Who may sit at this terminal; the first one does. */
  readonly people: readonly [Actor, ...Actor[]];
  /** Keys, editing and drawing in place; told from the streams when absent. */
  readonly terminal?: boolean;
  readonly color?: boolean;
  /** Lines for those who type none: an empty line says the next one. One that `plays` types them all, and leaves. */
  readonly story?: { readonly plays: boolean; next(): Promise<string | null> };
  /** Keeps an attachment as a file, and says where; it is written out when absent. */
  readonly save?: (attachment: Attachment) => Promise<string>;
}

export interface Console extends ChatAdapter {
  /** Resolves when people have left: `quit`, or the end of the input. */
  readonly closed: Promise<void>;
}

const mostLines = 60;

/** The bot in a terminal: the same commands, buttons, forms and notices as in a chat. */
export function createConsole(options: ConsoleOptions): Console {
  const { input, output, people } = options;
  const terminal = options.terminal ?? (input.isTTY === true && output.isTTY === true);
  const color = options.color ?? wantsColor(output, process.env);
  const paper = createPaper(output, terminal);
  const numbers = createNumbers();
  const posted = new Map<string, MessageRef>();
  const shown = new Set<string>();
  // Keys are remembered in the store: those of an earlier run must not be taken for this one's.
  const run = randomUUID();
  let counter = 0;
  let person: Actor = people[0];
  let lines: Lines | null = null;
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();

  const dim = (text: string) => (color ? styleText('dim', text, { validateStream: false }) : text);
  const refOf = (channel: Pick<Channel, 'team' | 'id'>): MessageRef => ({
    platform: 'terminal',
    team: channel.team,
    channel: channel.id,
    id: `${run}:${++counter}`,
  });
  const here = (): Channel => ({ platform: 'terminal', team: person.team, id: 'terminal' });

  function draw(message: Message, ref: MessageRef, to: string): string {
    const labels = message.blocks.flatMap((b) => (b.kind === 'buttons' ? b.buttons.map((x) => x.label) : []));
    numbers.keep(ref, new Set(labels));
    const numberOf = (button: Button) => numbers.of(ref, button);
    return `${dim(`— to ${drawable(to)} —`)}\n${render(message, { columns: paper.columns(), color, numberOf })}\n`;
  }

  async function attached(a: Attachment): Promise<void> {
    if (options.save) return paper.write(`Saved as ${await options.save(a)}.\n`);
    if (a.encoding) return paper.write(`(${a.name} is a picture, and is not shown here.)\n`);
    const all = drawable(a.text).split('\n');
    const rest = all.length - mostLines;
    const more = rest > 0 ? `\n(and ${rest} more lines)` : '';
    paper.write(`${dim(`— ${a.name} —`)}\n${all.slice(0, mostLines).join('\n')}${more}\n`);
  }

  async function say(ears: Ears, says: string, source?: MessageRef): Promise<void> {
    const key = `terminal:${run}:${++counter}`;
    const channel = here();
    const reply = await ears.hear({ key, actor: person, channel, says, ...(source ? { source } : {}) });
    if (reply.blocks.length === 0) return;
    numbers.restart();
    const ref = refOf(channel);
    const to = reply.visibility === 'sender' ? `${person.name} only` : 'everybody here';
    paper.write(draw(reply, ref, to), ref.id);
    if (reply.attachment) await attached(reply.attachment);
  }

  async function fill(ears: Ears, says: string, asking: Lines): Promise<string | null> {
    const form = ears.form(says);
    return form === null ? says : ask(form, ears, asking, (text) => paper.write(text));
  }

  async function press(ears: Ears, n: number, asking: Lines): Promise<void> {
    const pressed = numbers.get(n);
    if (!pressed) return paper.write(`There is no button ${n} now.`);
    const { button, source } = pressed;
    if (button.confirm !== undefined) {
      const sure = await asking.next(`${drawable(button.confirm)} (yes or no): `, true);
      if (!/^y(es)?$/i.test(sure?.trim() ?? '')) return paper.write('Nothing was done.');
    }
    const says = button.asks ? await fill(ears, button.says, asking) : button.says;
    if (says !== null) await say(ears, says, source);
  }

  function become(name: string): void {
    const known = people.map((p) => p.name);
    const found = people.find((p) => p.name.toLowerCase() === name.toLowerCase() || p.id === name);
    if (found) {
      person = found;
      // The buttons on the screen were drawn for somebody else.
      numbers.restart();
      const roles =
        found.roles.length === 0
          ? 'no role'
          : `the role${found.roles.length === 1 ? '' : 's'} ${listed(found.roles)}`;
      paper.write(drawable(`You are ${found.name} now, with ${roles}.`));
    } else {
      const near = nearest(name, known);
      const hint = near === undefined ? '' : ` Did you mean “as ${near}”?`;
      const nobody = name === '' ? '' : `Nobody here is called “${name}”.${hint} `;
      paper.write(drawable(`${nobody}Here you can be ${listed(known)}.`));
    }
  }

  /** False when the person leaves. */
  async function act(ears: Ears, typed: string, asking: Lines): Promise<boolean> {
    const line = typed.trim();
    if (line === '') return true;
    if (/^(quit|exit)$/i.test(line)) return false;
    const [, name] = /^as(?:\s+@?(.*))?$/i.exec(line) ?? [];
    if (/^as(\s|$)/i.test(line)) become(name?.trim() ?? '');
    else if (/^\[?\d{1,3}\]?$/.test(line)) await press(ears, Number(line.replace(/\D/g, '')), asking);
    else {
      // At a keyboard, what is missing is asked for; a script is told instead, or its next lines would be eaten.
      const half = terminal && Object.keys(ears.problems(line)).length > 0;
      const says = half ? await fill(ears, line, asking) : line;
      if (says !== null) await say(ears, says);
    }
    return true;
  }

  /** The next line of the story, written down as if it had been typed. */
  async function told(): Promise<string | null> {
    const line = (await options.story?.next()) ?? null;
    if (line !== null) paper.write(`${drawable(person.name).toLowerCase()}> ${drawable(line)}`);
    return line;
  }

  async function converse(ears: Ears, asking: Lines): Promise<void> {
    for (;;) {
      const plays = options.story?.plays === true;
      const typed = plays ? await told() : await asking.next(`${drawable(person.name).toLowerCase()}> `);
      if (typed === null || paper.broken()) return;
      const line = typed.trim() === '' ? ((await told()) ?? '') : typed;
      if (!(await act(ears, line, asking))) return;
    }
  }

  return {
    name: 'terminal',
    closed,
    async start(ears) {
      const asking = createLines(input, output, paper, terminal);
      lines = asking;
      converse(ears, asking)
        .catch((error: unknown) => {
          // The router catches what commands break; what is left is this file's own, and must not be silent.
          paper.write(`The terminal stopped: ${error instanceof Error ? error.name : 'unknown error'}.`);
          process.exitCode = 1;
        })
        .finally(() => {
          asking.close();
          close();
        });
    },
    async post(to, message, key): Promise<Delivery> {
      const ref = refOf(to);
      posted.set(key, ref);
      shown.add(ref.id);
      if (message.blocks.length > 0) paper.write(draw(message, ref, `everybody in ${to.id}`), ref.id);
      return { outcome: 'sent', ref };
    },
    async update(ref, message): Promise<Delivery> {
      // A message of an earlier run is not on this screen.
      if (!shown.has(ref.id)) return { outcome: 'gone' };
      const text = draw(message, ref, `everybody in ${ref.channel}`);
      if (paper.redraw(text, ref.id)) return { outcome: 'sent', ref };
      // Something stands below it. What is still under way is a line; an end is shown whole.
      const progress = message.blocks.find((b) => b.kind === 'progress');
      if (progress) paper.write(drawable(`Updated: ${progress.label}`));
      else paper.write(text, ref.id);
      return { outcome: 'sent', ref };
    },
    find: async (_to, key) => posted.get(key) ?? null,
    healthy: () => !paper.broken(),
    async stop() {
      lines?.close();
      if (lines) await closed;
    },
  };
}
