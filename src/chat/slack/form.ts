import type { Ears, Field, Form } from '../adapter.ts';
import { answered } from '../form.ts';
import { limits } from './limits.ts';
import { cut, tidy } from './text.ts';
import type { Json } from './wire.ts';

/** Where a form was opened, and the command that it completes. Slack keeps it with the open view. */
export interface FormContext {
  readonly says: string;
  readonly channel: string;
  /** The thread that the command is said in. */
  readonly thread?: string;
  /** The public message whose button opened the form. */
  readonly source?: string;
  readonly responseUrl?: string;
}

const words = (text: string, max: number) => ({ type: 'plain_text', text: cut(text, max), emoji: false });

const said = (text: string, otherwise: string): string => tidy(text).trim() || otherwise;

const date = /^\d{4}-\d{2}-\d{2}$/;
const user = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/;

/** A choice is offered as a menu only when each of its values fits into one: a cut value would be another answer. */
function choices(field: Field): Json | null {
  const given = field.choices ?? [];
  const fits = ({ value }: { value: string }) => value.length > 0 && value.length <= limits.optionValue;
  if (given.length === 0 || given.length > limits.options || !given.every(fits)) return null;
  const options = given.map(({ label, value }) => ({
    text: words(said(label, value), limits.optionText),
    value,
  }));
  const initial = options.find(({ value }) => value === field.initial);
  return { type: 'static_select', options, ...(initial ? { initial_option: initial } : {}) };
}

function input(field: Field): Json {
  const max = Math.max(1, Math.min(field.maxLength ?? limits.inputText, limits.inputText));
  const { initial } = field;
  return {
    type: 'plain_text_input',
    max_length: max,
    ...(field.kind === 'paragraph' ? { multiline: true } : {}),
    ...(initial && initial.length <= max ? { initial_value: initial } : {}),
  };
}

function element(field: Field): Json {
  switch (field.kind) {
    case 'choice':
      return choices(field) ?? input(field);
    case 'date':
      return {
        type: 'datepicker',
        ...(field.initial && date.test(field.initial) ? { initial_date: field.initial } : {}),
      };
    case 'person': {
      const [, initial] = user.exec(field.initial ?? '') ?? [];
      return { type: 'users_select', ...(initial ? { initial_user: initial } : {}) };
    }
    case 'line':
    case 'paragraph':
      return input(field);
  }
}

const block = (field: Field): Json => ({
  type: 'input',
  block_id: field.name,
  optional: !field.required,
  label: words(said(field.label, field.name), limits.inputLabel),
  ...(field.hint && tidy(field.hint).trim() ? { hint: words(tidy(field.hint), limits.inputLabel) } : {}),
  element: { ...element(field), action_id: 'answer' },
});

/** The modal for a form; null when Slack could not carry it: then the command must be typed. */
export function view(form: Form, context: Omit<FormContext, 'says'>): Json | null {
  const metadata = JSON.stringify({ ...context, says: form.says } satisfies FormContext);
  const fits =
    metadata.length <= limits.privateMetadata &&
    form.fields.length > 0 &&
    form.fields.length < limits.viewBlocks &&
    form.fields.every(({ name }) => name.length > 0 && name.length <= limits.id);
  if (!fits) return null;
  const explain = tidy(form.explain).trim();
  return {
    type: 'modal',
    callback_id: 'form',
    title: words(said(form.title, 'HIPAA'), limits.viewTitle),
    submit: words(said(form.submit, 'Submit'), limits.viewButton),
    close: words('Cancel', limits.viewButton),
    private_metadata: metadata,
    blocks: [
      ...(explain ? [{ type: 'section', text: words(explain, limits.sectionText) }] : []),
      ...form.fields.map(block),
    ],
  };
}

/** What one input holds, in the words of the command line. */
function answer(state: Json): string {
  switch (state['type']) {
    case 'plain_text_input':
      return state['value'] ?? '';
    case 'static_select':
      return state['selected_option']?.value ?? '';
    case 'datepicker':
      return state['selected_date'] ?? '';
    case 'users_select':
      return state['selected_user'] ? `<@${state['selected_user']}>` : '';
    default:
      return '';
  }
}

export interface Filled {
  readonly context: FormContext;
  /** The whole command. */
  readonly says: string;
  /** What is wrong, by input; empty when the command may run. */
  readonly errors: Readonly<Record<string, string>>;
}

/** A submitted form as a typed command, checked without running it: the answer must be in the acknowledgement. */
export function filled(submitted: Json, ears: Pick<Ears, 'problems'>): Filled {
  const context: FormContext = JSON.parse(submitted['private_metadata']);
  const state: Record<string, Json> = submitted['state']?.values ?? {};
  const answers = Object.fromEntries(
    Object.entries(state).map(([name, actions]) => [name, answer(Object.values(actions)[0] ?? {})]),
  );
  const says = answered(context.says, answers);
  const errors: Record<string, string> = {};
  const first = Object.keys(state)[0];
  for (const [name, problem] of Object.entries(ears.problems(says))) {
    // Slack shows a problem only beside an input; what belongs to none is shown at the first.
    const at = name in state ? name : first;
    if (at !== undefined)
      errors[at] = cut(errors[at] ? `${errors[at]} ${problem}` : problem, limits.inputLabel);
  }
  return { context, says, errors };
}
