import type { Block } from '../../domain/message.ts';
import { bytesOf, type Json } from './card.ts';
import { limits } from './limits.ts';
import { plain } from './plain.ts';
import type { Drawn } from './render-parts.ts';
import { count, cut, largest, markdown, oneLine } from './text.ts';
import { marked } from './text-spans.ts';

type Fact = Extract<Block, { kind: 'facts' }>['facts'][number];

const nothing = '–';

const factOf = ({ label, value }: Fact): Json => ({
  title: markdown(cut(oneLine(label), limits.label)) || nothing,
  value: plain(value).trim() === '' ? nothing : marked(value, limits.factValue),
});

export function facts(given: readonly Fact[], room: number): Drawn {
  const drawn = given.slice(0, limits.facts).map(factOf);
  const set = (n: number): Json => ({ type: 'FactSet', facts: drawn.slice(0, n) });
  const shown = largest(drawn.length, (n) => n === 0 || bytesOf(set(n)) <= room);
  const left = given.length - shown;
  return { elements: shown > 0 ? [set(shown)] : [], left: left > 0 ? count(left, 'more fact') : null };
}
