import { randomBytes } from 'node:crypto';
import type { Call, Command } from '../command.ts';
import type { Message } from '../domain/message.ts';
import { type Masked, screen } from '../domain/screen.ts';
import type { Deliveries } from '../domain/store.ts';
import type { Services } from '../engine/services.ts';
import type { ChatEvent, Ears } from './adapter.ts';
import type { Arg, Args, Spoken } from './arguments.ts';
import { denied, roleFor } from './authorise.ts';
import { formOf, problemsOf } from './form.ts';
import { examine, type Parsed, type ParsedValues, parse } from './parse.ts';
import { refusal } from './views/refusal.ts';
import { noted, stamped } from './views/stamp.ts';
import { listed } from './views/words.ts';

/** Where causes go; pino fits. */
export interface Log {
  error(facts: Readonly<Record<string, unknown>>, says: string): void;
}

export interface RouterOptions {
  readonly commands: readonly Command<any>[];
  readonly services: Services;
  readonly deliveries: Pick<Deliveries, 'claim'>;
  readonly log: Log;
  readonly now?: () => Date;
  /** Names a failure for people and the log alike. */
  readonly reference?: () => string;
}

/** The reply to a delivery that was heard before: nothing is shown and nothing is done. */
export const alreadyDone: Message = {
  text: 'This was already done.',
  blocks: [],
  visibility: 'sender',
};

const reference = (): string => randomBytes(4).toString('hex').toUpperCase();

/** Typed texts as they may be stored: what looks like a person's data or a secret is masked before anybody sees it. */
function screened(
  command: Command<any>,
  values: ParsedValues,
): { values: ParsedValues; masked: readonly Masked[] } {
  const out: Record<string, unknown> = { ...values };
  const masked = new Set<Masked>();
  for (const [name, a] of Object.entries(command.args)) {
    const value = out[name];
    if ((a as Arg).kind !== 'rest' || typeof value !== 'string') continue;
    const clean = screen(value);
    out[name] = clean.text;
    for (const what of clean.masked) masked.add(what);
  }
  return { values: out, masked: [...masked] };
}

/** Six digits that stand alone are a one-time code, wherever they were typed. */
const code = /(?<![\w.-])\d{3}[ -]?\d{3}(?![\w-])/g;

/** Whether the line gives, or means to give, what must not be repeated: `code:123456`. */
function holdsSecret(line: string, commands: readonly Spoken[]): boolean {
  const names = commands.flatMap((c) =>
    Object.entries(c.args).flatMap(([name, a]) => (a.secret ? [name] : [])),
  );
  return (
    line.search(code) >= 0 ||
    names.some((name) => new RegExp(`-${name}\\b|\\b${name}\\s*[:=]`, 'i').test(line))
  );
}

function misunderstood(parsed: Extract<Parsed, { ok: false }>, commands: readonly Spoken[]): Message {
  // What was typed is repeated here, so it is screened like everything that is typed.
  const says = screen(parsed.says).text.replace(code, '[code masked]');
  const repeatable = parsed.didYouMean === undefined || !holdsSecret(parsed.didYouMean, commands);
  const meant = parsed.didYouMean === undefined || !repeatable ? undefined : screen(parsed.didYouMean);
  return refusal({
    says,
    exit: 2,
    ...(meant && meant.masked.length === 0 ? { didYouMean: meant.text } : {}),
    ...(parsed.usage === undefined
      ? { next: 'Say “help” to see what you can do.' }
      : { usage: parsed.usage, next: `Say “help ${parsed.command?.name}” for examples.` }),
  });
}

const isHandle = (value: unknown): value is string =>
  typeof value === 'string' && /^[FR]-[0-9A-Z]{1,9}$/i.test(value);

/** The command with the limits of the configuration, so that parser and forms refuse alike. */
function limited(command: Command<any>, limits: Services['limits']): Command<any> {
  if (!limits) return command;
  const args = Object.entries(command.args as Args).map(([name, a]) => [
    name,
    a.limit === undefined ? a : { ...a, max: limits[a.limit] * 86_400_000 },
  ]);
  return { ...command, args: Object.fromEntries(args) };
}

/** The one road from a chat to a command: once per delivery, parsed, authorised, screened, run, and never silent. */
export function createRouter(options: RouterOptions): Ears {
  const { services, deliveries, log } = options;
  const commands = options.commands.map((c) => limited(c, services.limits));
  const now = options.now ?? (() => new Date());

  async function answer(event: ChatEvent, at: Date): Promise<Message> {
    const parsed = parse(event.says, commands, at);
    if (!parsed.ok) return misunderstood(parsed, commands);
    const { command } = parsed;
    const { actor, channel, source } = event;
    const call: Call = { actor, channel, now: at, services, ...(source ? { source } : {}) };
    const no = denied(actor, command, roleFor(command, parsed.values), services.people);
    if (no) {
      const { says, ...refused } = no;
      const about = Object.values(parsed.values).find(isHandle);
      const kept = about === undefined ? refused : { ...refused, about: about.toUpperCase() };
      await services.refusals.record(kept, call).catch((cause: unknown) => {
        // The refusal stands whether or not it could be written down.
        log.error({ err: cause, delivery: event.key, verb: no.verb }, 'a refusal could not be recorded');
      });
      return refusal({ says });
    }
    const { values, masked } = screened(command, parsed.values);
    const reply = await command.run(values as never, call);
    if (masked.length === 0) return reply;
    return noted(reply, `What looked like ${listed(masked)} was masked before it was stored.`);
  }

  return {
    async hear(event) {
      const at = now();
      try {
        if (!(await deliveries.claim(event.key, at.toISOString()))) return alreadyDone;
        return stamped(await answer(event, at), services.demo);
      } catch (cause) {
        const id = (options.reference ?? reference)();
        const verb = examine(event.says, commands, at).command?.name;
        log.error({ err: cause, reference: id, delivery: event.key, verb }, 'a command failed');
        const says = `Something went wrong here, and it was written down as ${id}.`;
        return refusal({ says, next: 'Try again in a minute, and give that reference if it stays.' });
      }
    },
    form: (says) => formOf(says, commands, now()),
    problems: (says) => problemsOf(says, commands, now()),
  };
}
