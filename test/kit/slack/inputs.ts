import { copy, isRecord, type Json } from './json.ts';

/** What a person types or picks: text, an option's text or value, an id, a date; a list for the multi kinds. */
export type Answer = string | number | readonly string[];

interface Kind {
  /** The field of the state that carries the answer. */
  readonly field: string;
  /** The element's own initial answer. */
  readonly initial: string;
  readonly many?: boolean;
  readonly options?: boolean;
}

const KINDS: Record<string, Kind> = {
  plain_text_input: { field: 'value', initial: 'initial_value' },
  number_input: { field: 'value', initial: 'initial_value' },
  email_text_input: { field: 'value', initial: 'initial_value' },
  url_text_input: { field: 'value', initial: 'initial_value' },
  rich_text_input: { field: 'rich_text_value', initial: 'initial_value' },
  static_select: { field: 'selected_option', initial: 'initial_option', options: true },
  radio_buttons: { field: 'selected_option', initial: 'initial_option', options: true },
  external_select: { field: 'selected_option', initial: 'initial_option', options: true },
  checkboxes: { field: 'selected_options', initial: 'initial_options', many: true, options: true },
  multi_static_select: { field: 'selected_options', initial: 'initial_options', many: true, options: true },
  multi_external_select: { field: 'selected_options', initial: 'initial_options', many: true, options: true },
  users_select: { field: 'selected_user', initial: 'initial_user' },
  conversations_select: { field: 'selected_conversation', initial: 'initial_conversation' },
  channels_select: { field: 'selected_channel', initial: 'initial_channel' },
  multi_users_select: { field: 'selected_users', initial: 'initial_users', many: true },
  multi_conversations_select: {
    field: 'selected_conversations',
    initial: 'initial_conversations',
    many: true,
  },
  multi_channels_select: { field: 'selected_channels', initial: 'initial_channels', many: true },
  datepicker: { field: 'selected_date', initial: 'initial_date' },
  timepicker: { field: 'selected_time', initial: 'initial_time' },
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time' },
  file_input: { field: 'files', initial: 'initial_files', many: true },
};

export interface Control {
  readonly block: Json;
  readonly element: Json;
  /** What a person reads on it or beside it. */
  readonly label: string;
}

/** Everything a person can press, pick or fill in, in reading order. */
export function controls(blocks: readonly Json[]): Control[] {
  return blocks.flatMap((block) => {
    const nested = [block['child_blocks'], block['type'] === 'carousel' ? block['elements'] : undefined];
    const inner = nested.flatMap((each) => (Array.isArray(each) ? controls(each) : []));
    const own: Json[] = [
      block['accessory'],
      block['element'],
      ...(block['elements'] ?? []),
      ...(block['actions'] ?? []),
    ];
    const found = own
      .filter((element) => isRecord(element) && element['action_id'] !== undefined)
      .map((element) => ({ block, element, label: labelOf(block, element) }));
    return [...found, ...inner];
  });
}

function labelOf(block: Json, element: Json): string {
  if (block['type'] === 'input') return String(block['label']?.text ?? '');
  return String(element['text']?.text ?? element['placeholder']?.text ?? '');
}

export function findControl(blocks: readonly Json[], wanted: string): Control | undefined {
  const all = controls(blocks);
  return (
    all.find(({ element }) => element['action_id'] === wanted) ??
    all.find(({ block }) => block['type'] === 'input' && block['block_id'] === wanted) ??
    all.find(({ label }) => label === wanted) ??
    all.find(({ label }) => plainWords(label) === plainWords(wanted))
  );
}

/** Lets a test say "Approve" for a button that reads ":white_check_mark: Approve". */
function plainWords(label: string): string {
  return label
    .replace(/:[a-z0-9_+-]+:/g, '')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .toLowerCase();
}

export function initialState(blocks: readonly Json[]): Record<string, Record<string, Json>> {
  const state: Record<string, Record<string, Json>> = {};
  for (const { block, element } of controls(blocks)) {
    const kind = KINDS[String(element['type'])];
    if (!kind) continue;
    const initial = copy(element[kind.initial]) ?? (kind.many ? [] : null);
    state[block['block_id']] ??= {};
    (state[block['block_id']] as Record<string, Json>)[element['action_id']] = {
      type: element['type'],
      [kind.field]: initial,
    };
  }
  return state;
}

function options(element: Json): Json[] {
  const groups: Json[] = element['option_groups'] ?? [];
  return element['options'] ?? groups.flatMap((group) => group['options']);
}

/** What an external menu last offered; a person can only pick from that. */
export const offers = new WeakMap<Json, readonly Json[]>();

function pick(element: Json, wanted: string): Json {
  const all = offers.get(element) ?? options(element);
  const found = all.find((each) => each['value'] === wanted || each['text']?.text === wanted);
  if (!found)
    throw new Error(
      `there is no option "${wanted}"; there are ${all.map((each) => each['text']?.text).join(', ')}`,
    );
  return copy(found);
}

/** The state Slack would send for this answer; refuses what the person could not have entered. */
export function answerState(element: Json, answer: Answer): Json {
  const type = String(element['type']);
  const kind = KINDS[type];
  if (!kind) throw new Error(`a ${type} takes no answer`);
  if (type === 'rich_text_input') {
    const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text: String(answer) }] }];
    return { type, rich_text_value: { type: 'rich_text', elements } };
  }
  if (type === 'plain_text_input') {
    const { min_length: min = 0, max_length: max = 3000 } = element;
    const { length } = String(answer);
    if (length < min || length > max)
      throw new Error(`this input takes ${min} to ${max} characters, not ${length}`);
  }
  const one = (value: string) => (kind.options ? pick(element, value) : value);
  const list = Array.isArray(answer) ? (answer as readonly string[]) : [String(answer)];
  if (kind.many) return { type, [kind.field]: list.map(one) };
  return { type, [kind.field]: type === 'datetimepicker' ? Number(answer) : one(String(answer)) };
}

export function isEmpty(state: Json | undefined): boolean {
  const kind = KINDS[String(state?.['type'])];
  if (!state || !kind) return false;
  const value = state[kind.field];
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** The action a block_actions payload carries for a control, with the person's answer where it has one. */
export function actionOf(control: Control, answer?: Answer): Json {
  const { block, element } = control;
  const named = {
    action_id: element['action_id'],
    block_id: block['block_id'],
    action_ts: `${(Date.now() / 1000).toFixed(6)}`,
  };
  switch (element['type']) {
    case 'button':
    case 'icon_button':
      return {
        ...named,
        type: element['type'],
        ...(element['text'] ? { text: copy(element['text']) } : {}),
        ...(element['value'] === undefined ? {} : { value: element['value'] }),
        ...(element['style'] ? { style: element['style'] } : {}),
      };
    case 'overflow':
      return { ...named, type: 'overflow', selected_option: pick(element, String(answer)) };
    default:
      return { ...named, ...answerState(element, answer ?? '') };
  }
}
