import type { Button } from '../../domain/message.ts';
import { bytesOf, type Json } from './card.ts';
import { dataOf, type Verb } from './card-data.ts';
import { limits } from './limits.ts';
import { type Drawn, richText } from './render-parts.ts';
import { count, cut, defused, largest, oneLine } from './text.ts';
import { runs } from './text-spans.ts';

/** Names what a button shows and hides; different for each within one card. */
export type Namer = () => string;

export function namer(): Namer {
  let n = 0;
  return () => `confirm-${n++}`;
}

const styles = { primary: 'positive', danger: 'destructive' } as const;

const titled = (label: string): Json => {
  const all = oneLine(label) || '…';
  const title = defused(cut(all, limits.buttonTitle));
  return all.length > limits.buttonTitle ? { title, tooltip: defused(cut(all, limits.confirm)) } : { title };
};

/** Execute where the client knows it, Submit where it does not: both arrive with the same verb and data. */
export function pressing(verb: Verb, says: string, label: string, style?: Button['style']): Json {
  const shared = {
    ...titled(label),
    ...(style ? { style: styles[style] } : {}),
    data: dataOf(verb, says),
  };
  return { type: 'Action.Execute', verb, ...shared, fallback: { type: 'Action.Submit', ...shared } };
}

export const actionSet = (actions: readonly Json[]): Json => ({ type: 'ActionSet', actions });

/**
 * A question that the button opens under itself. It is part of the card and needs no round trip, so that a card whose
 * bot is slow or gone never looks as if the first press had already done it.
 */
function asked(button: Button, action: Json, id: string): { readonly opens: Json; readonly question: Json } {
  const style = button.style ? { style: styles[button.style] } : {};
  const close = {
    type: 'Action.ToggleVisibility',
    title: 'Cancel',
    targetElements: [{ elementId: id, isVisible: false }],
  };
  return {
    opens: { type: 'Action.ToggleVisibility', ...titled(button.label), ...style, targetElements: [id] },
    question: {
      type: 'Container',
      id,
      isVisible: false,
      style: button.style === 'danger' ? 'attention' : 'emphasis',
      items: [
        richText(runs(cut(button.confirm ?? '', limits.confirm), limits.confirm)),
        actionSet([action, close]),
      ],
    },
  };
}

function drawn(button: Button, name: Namer): { readonly action: Json; readonly question: Json[] } {
  const action = pressing(button.asks ? 'ask' : 'say', button.says, button.label, button.style);
  if (oneLine(button.confirm ?? '') === '') return { action, question: [] };
  const { opens, question } = asked(button, action, name());
  return { action: opens, question: [question] };
}

/** A command must arrive whole: one that does not fit gets no button. */
const fitsButton = ({ says }: Button): boolean => says.length > 0 && says.length <= limits.buttonSays;

/** Whether one more title can be read beside those of a row. */
export const fitsRow = (row: readonly Json[], next: Json): boolean =>
  row.length < limits.actionsPerRow &&
  [...row, next].reduce((sum, { title }) => sum + title.length, 0) <= limits.rowTitles;

function rowsOf(actions: readonly Json[]): Json[] {
  const rows: Json[][] = [];
  for (const action of actions) {
    const last = rows.at(-1);
    if (last && fitsRow(last, action)) last.push(action);
    else rows.push([action]);
  }
  return rows.map(actionSet);
}

/** In rows, all of them to be seen: what stands in a menu is not found. */
export function buttons(given: readonly Button[], room: number, name: Namer): Drawn {
  const all = given
    .filter(fitsButton)
    .slice(0, limits.actions)
    .map((button) => drawn(button, name));
  const draw = (n: number) => [
    ...rowsOf(all.slice(0, n).map(({ action }) => action)),
    ...all.slice(0, n).flatMap(({ question }) => question),
  ];
  const shown = largest(all.length, (n) => bytesOf(draw(n)) <= room);
  const lost = given.length - shown;
  return { elements: draw(shown), left: lost > 0 ? count(lost, 'more button') : null };
}
