import type { Message } from '../../domain/message.ts';
import type { Notice } from '../../engine/expiry-notices.ts';
import type { Reader } from './reader.ts';
import { dayText, marked, number, plural, said, sentences, shown, unmarked } from './words.ts';

const most = 10;

const inDays = (days: number): string => (days === 0 ? 'within a day' : `in ${plural(days, 'day')}`);

/** "deploy key 1 in production reaches 90 days on 1 December 2026, in 7 days" */
const told = ({ account, resource, expiry, daysLeft }: Notice, reader: Pick<Reader, 'accountName'>): string =>
  `${shown(resource, 60)} in ${shown(reader.accountName(account), 40)} ${expiry.says} on ${dayText(expiry.at)}, ${inDays(daysLeft)}`;

/** Ahead of a day on which something of a person's stops working, or breaks a rule. */
export function expiring(
  notices: readonly Notice[],
  whose: 'yours' | 'nobodys',
  reader: Pick<Reader, 'accountName'>,
): Message {
  const lines = notices.slice(0, most).map((notice) => told(notice, reader));
  const more = notices.length - lines.length;
  const rest = more > 0 ? `${number(more)} more are not named here.` : null;
  const todo = said([...new Set(notices.map(({ expiry }) => expiry.todo))].join(' '), 600);
  const next =
    whose === 'yours'
      ? todo
      : `Nobody in chat is known to own ${notices.length === 1 ? 'it' : 'them'}: name the person in \`persons\`, or in a tag Person of the IAM user. ${todo}`;
  const text = sentences(...lines, rest, unmarked(next));
  return {
    text,
    blocks: [
      {
        kind: 'heading',
        text: whose === 'yours' ? 'Something of yours expires soon' : 'Something expires soon',
      },
      ...lines.map((line) => ({ kind: 'text' as const, text: `${line}.` })),
      ...(rest === null ? [] : [{ kind: 'text' as const, text: rest }]),
      { kind: 'text', text: marked(next) },
    ],
  };
}
