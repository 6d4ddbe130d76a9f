import { controls } from './inputs.ts';
import { isRecord, type Json } from './json.ts';
import type { Message, View } from './model.ts';

export interface ButtonSeen {
  readonly label: string;
  readonly actionId: string;
  readonly value: string | undefined;
  readonly style: string | undefined;
}

export const blocksOf = (target: Message | View): Json[] =>
  'body' in target ? (target.body['blocks'] as Json[]) : target.blocks;

/** Every word a person can read in a message or view, one block's piece per line. */
export function textOf(target: Message | View): string {
  const lines: string[] = 'body' in target ? [] : [target.text];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each);
    if (!isRecord(value)) return;
    for (const [name, field] of Object.entries(value)) {
      if (
        ['text', 'alt_text', 'caption', 'title', 'label', 'name'].includes(name) &&
        typeof field === 'string'
      )
        lines.push(field);
      else walk(field);
    }
  };
  walk('body' in target ? [target.body['title'], blocksOf(target)] : [target.blocks, target.attachments]);
  return lines.join('\n');
}

export function buttonsOf(target: Message | View): ButtonSeen[] {
  return controls(blocksOf(target))
    .filter(({ element }) => element['type'] === 'button')
    .map(({ element, label }) => ({
      label,
      actionId: element['action_id'],
      value: element['value'],
      style: element['style'],
    }));
}
