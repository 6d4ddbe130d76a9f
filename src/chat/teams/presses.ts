import type { MessageRef } from '../../domain/message.ts';
import type { Ears } from '../adapter.ts';
import { answered } from '../form.ts';
import type { Incoming } from './activity.ts';
import type { Answer } from './bot-framework.ts';
import { answersOf, type Press, pressOf } from './card-data.ts';
import { type Desk, type Said, type Waiting, wentWrong } from './desk.ts';
import { formCard } from './inputs-form.ts';
import { failure, type Log } from './log.ts';
import type { TeamsPeople } from './people.ts';
import { type Place, placeOf, refOf } from './place.ts';
import { answerOf, handleIn, over, type Reaction } from './reaction.ts';
import { noChat, note, type Replies } from './replies.ts';
import type { Sender } from './sender.ts';
import type { Sharing } from './share.ts';
import type { Shown } from './shown.ts';

export interface Presses {
  /** `Action.Execute`: somebody waits for the answer, which comes in time and is never an error. */
  executed(activity: Incoming, key: string): Promise<Answer>;
  /** `Action.Submit`, from clients that know no better: a message without words. */
  submitted(activity: Incoming, key: string): Promise<void>;
}

/** The Cancel button of a form says this: no command, so it never leaves this room. */
const leave = ':leave';

const older = 'This button belongs to an older version of me. Say “help” for what I can do.';
const working = 'I am working on it. The answer comes as a message.';

interface Pressed extends Said {
  readonly press: Press;
  readonly data: unknown;
  /** The message in which the form stands, where that is not the source itself. */
  readonly form?: MessageRef | undefined;
}

export function createPresses(parts: {
  ears: Ears;
  desk: Desk;
  people: Pick<TeamsPeople, 'choosable'>;
  replies: Replies;
  sender: Sender;
  sharing: Sharing;
  shown: Shown;
  /** Teams gives up after some ten seconds. */
  patienceMs: number;
  log: Log;
  run(work: Promise<unknown>): void;
}): Presses {
  const { ears, desk, people, replies, sender, sharing, shown, patienceMs, log, run } = parts;

  function formFor(
    { press: { says }, source }: Pressed,
    filled: Parameters<typeof formCard>[1] = {},
  ): Reaction | null {
    const form = ears.form(says);
    if (!form) return null;
    const about = handleIn(says);
    const back = about ? `${leave} ${about}` : leave;
    const card = formCard(form, {
      ...filled,
      people: people.choosable(),
      back,
      about: shown.get(source)?.message.text,
    });
    if (card) return { kind: 'drawn', card };
    const typed = says.length < 500 ? ` Say it to me instead: ${says}` : '';
    return { kind: 'says', text: `This form is too large for Teams.${typed}` };
  }

  async function react(pressed: Pressed, waiting: Waiting): Promise<Reaction> {
    const { press, data, source, place } = pressed;
    const { verb, says } = press;
    if (says.startsWith(leave)) {
      const about = says.slice(leave.length);
      return { kind: 'card', message: over(note('Nothing was sent.'), shown.get(source)?.message, about) };
    }
    switch (verb) {
      case 'share':
        return { kind: 'says', text: await sharing.share(says, place.user) };
      case 'ask':
        return formFor(pressed) ?? desk.act(pressed, waiting);
      case 'fill': {
        const answers = answersOf(data);
        const line = answered(says, answers);
        const problems = ears.problems(line);
        const again = Object.keys(problems).length > 0 ? formFor(pressed, { answers, problems }) : null;
        return again ?? desk.act({ ...pressed, says: line, filled: true }, waiting);
      }
      case 'say':
      case 'refresh':
        return desk.act(pressed, waiting);
    }
  }

  const wrong = (error: unknown, { source, says }: Pressed): Reaction => {
    log.error({ ...failure(error) }, 'a press was not served');
    return { kind: 'card', message: over(wentWrong, shown.get(source)?.message, says) };
  };

  function late({ press, source, says }: Pressed): Reaction {
    if (press.verb !== 'fill') return { kind: 'says', text: working };
    return { kind: 'card', message: over(note(working), shown.get(source)?.message, says) };
  }

  async function executed(activity: Incoming, key: string): Promise<Answer> {
    const action = activity.value?.['action'];
    const data = { ...action?.data, ...(typeof action?.verb === 'string' ? { verb: action.verb } : {}) };
    const press = pressOf(data);
    if (!press) return answerOf({ kind: 'says', text: older });
    const place = placeOf(activity);
    const source = activity.replyToId ? refOf(place, activity.replyToId) : undefined;
    const pressed: Pressed = { key, says: press.says, activity, place, source, press, data };
    const waiting: Waiting = { over: false };
    let timer: NodeJS.Timeout | undefined;
    const impatient = new Promise<Reaction>((resolve) => {
      timer = setTimeout(() => {
        waiting.over = true;
        resolve(late(pressed));
      }, patienceMs);
    });
    const work = react(pressed, waiting).catch((error: unknown) => wrong(error, pressed));
    run(work);
    const reaction = await Promise.race([work, impatient]);
    clearTimeout(timer);
    try {
      return answerOf(reaction);
    } catch (error) {
      return answerOf(wrong(error, pressed));
    }
  }

  /** Without an invoke there is no answer that only one person sees: it goes the way of private answers. */
  async function tell(place: Place, reaction: Reaction, { form, source }: Pressed): Promise<void> {
    // A form that was answered or left must not be answered again.
    if (form)
      await sender.edit(place, form, note('This form was used.')).catch((error: unknown) => {
        // What was done is done: it must not be told as nothing because the form could not be closed.
        log.warn({ ...failure(error) }, 'a used form could not be closed');
      });
    if (reaction.kind === 'drawn') {
      await sender.postCard(place, reaction.card, { message: note('A form.'), source });
      return;
    }
    if (reaction.told || (form && reaction.kind === 'card')) return;
    const message = reaction.kind === 'card' ? reaction.message : note(reaction.text);
    if ((await replies.privately(place, message)) === 'nowhere') await replies.openly(place, note(noChat));
  }

  async function submitted(activity: Incoming, key: string): Promise<void> {
    const place = placeOf(activity);
    const press = pressOf(activity.value);
    if (!press) {
      if ((await replies.privately(place, note(older))) === 'nowhere')
        await replies.openly(place, note(older));
      return;
    }
    const pressedOn = activity.replyToId ? refOf(place, activity.replyToId) : undefined;
    const fills = press.verb === 'fill' || press.says.startsWith(leave);
    const form = fills ? pressedOn : undefined;
    const source = fills ? shown.get(pressedOn)?.source : pressedOn;
    // Nobody waits: what a card would have said is said in messages.
    const said = { key, says: press.says, activity, place, source, press, data: activity.value, form };
    try {
      const reaction = await react(said, { over: true });
      await tell(place, reaction, said);
    } catch (error) {
      log.error({ ...failure(error) }, 'a submitted card was not served');
      await replies.privately(place, wentWrong);
    }
  }

  return { executed, submitted };
}
