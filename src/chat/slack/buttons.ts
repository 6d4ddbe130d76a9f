import type { Button } from '../../domain/message.ts';
import { limits } from './limits.ts';
import { cut, cutMiddle, tidy } from './text.ts';
import type { Json } from './wire.ts';

/** Names every button of one message differently: Slack tells presses apart by the name. */
export type Namer = (kind: 'say' | 'ask') => string;

export function namer(): Namer {
  let n = 0;
  return (kind) => `${kind}:${n++}`;
}

/** A command must arrive whole: one that does not fit gets no button. */
export const fitsButton = ({ says }: Button): boolean => says.length > 0 && says.length <= limits.buttonValue;

const words = (text: string, max: number) => ({ type: 'plain_text', text: cut(text, max), emoji: false });

export function button(given: Button, name: Namer): Json {
  const label = tidy(given.label).trim() || '…';
  const cutLabel = label.length > limits.buttonText;
  return {
    type: 'button',
    action_id: name(given.asks ? 'ask' : 'say'),
    text: words(label, limits.buttonText),
    value: given.says,
    ...(cutLabel ? { accessibility_label: cutMiddle(label, limits.readerLabel) } : {}),
    ...(given.style ? { style: given.style } : {}),
    ...(given.confirm ? { confirm: confirmation(given.confirm, label, given.style) } : {}),
  };
}

const confirmation = (text: string, label: string, style: Button['style']): Json => ({
  title: words('Are you sure?', limits.confirmTitle),
  text: words(tidy(text).trim() || label, limits.confirmText),
  confirm: words(label, limits.confirmButton),
  deny: words('Cancel', limits.confirmButton),
  ...(style === 'danger' ? { style: 'danger' } : {}),
});

/** Shows a private answer to everybody. `id` names what was answered; the text itself stays with the bot. */
export const shareButton = (id: string): Json => ({
  type: 'button',
  action_id: 'share',
  text: words('Share', limits.buttonText),
  value: id,
  accessibility_label: 'Share this answer with the channel',
});
