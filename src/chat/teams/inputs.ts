import type { Field } from '../adapter.ts';
import type { Json } from './card.ts';
import { inputId } from './card-data.ts';
import { limits } from './limits.ts';
import { cut, defused, oneLine, tidy } from './text.ts';

/** Somebody who can be chosen, and how the command line writes them. */
export interface Choosable {
  readonly label: string;
  readonly value: string;
}

export interface InputOptions {
  /** What was typed before, when a form is shown again. */
  readonly answer?: string | undefined;
  /** Offered for a person; without them a name is typed. */
  readonly people?: readonly Choosable[] | undefined;
  /** False where a card with menus would be too large. */
  readonly menus?: boolean;
}

const date = /^\d{4}-\d{2}-\d{2}$/;
const said = (text: string, max: number): string => defused(cut(oneLine(text), max));

/** A menu only when each of its values is there, and differs: a value that is left out would be another answer. */
function menu(choices: readonly Choosable[], value: string | undefined, filtered: boolean): Json | null {
  const values = new Set(choices.map((choice) => choice.value));
  if (
    choices.length === 0 ||
    choices.length > limits.choices ||
    values.has('') ||
    values.size < choices.length
  )
    return null;
  return {
    type: 'Input.ChoiceSet',
    style: filtered ? 'filtered' : 'compact',
    choices: choices.map(({ label, value }) => ({
      title: said(label, limits.choiceTitle) || said(value, limits.choiceTitle) || '–',
      value,
    })),
    ...(value !== undefined && values.has(value) ? { value } : {}),
  };
}

function line(field: Field, value: string | undefined): Json {
  const max = Math.max(1, Math.min(field.maxLength ?? limits.inputText, limits.inputText));
  return {
    type: 'Input.Text',
    maxLength: max,
    ...(field.kind === 'paragraph' ? { isMultiline: true } : {}),
    ...(value && value.length <= max ? { value: tidy(value) } : {}),
  };
}

function element(field: Field, { answer, people = [], menus = true }: InputOptions): Json {
  const value = answer ?? field.initial;
  switch (field.kind) {
    case 'choice':
      return (menus ? menu(field.choices ?? [], value, false) : null) ?? line(field, value);
    case 'person':
      return (menus ? menu(people, value, true) : null) ?? line(field, value);
    case 'date':
      return { type: 'Input.Date', ...(value && date.test(value) ? { value } : {}) };
    case 'line':
    case 'paragraph':
      return line(field, value);
  }
}

export function input(field: Field, options: InputOptions = {}): Json {
  const label = said(field.label, limits.label) || said(field.name, limits.label);
  return {
    ...element(field, options),
    id: inputId(field.name),
    label,
    ...(field.required ? { isRequired: true, errorMessage: `${label}: this is needed.` } : {}),
  };
}
