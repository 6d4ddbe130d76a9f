import {
  confirm,
  conversationFilter,
  dispatchConfig,
  id,
  option,
  optionGroup,
  plain,
  seconds,
  slackFile,
  url,
} from './composition.ts';
import { isRecord } from './json.ts';
import { richText } from './rich-text.ts';
import { boolean, byType, integer, list, problem, type Rule, shape, string, unique, word } from './rules.ts';

const date = string({ pattern: /^\d{4}-\d{2}-\d{2}$/ });
const time = string({ pattern: /^([01]\d|2[0-3]):[0-5]\d$/ });
const base = { action_id: id, focus_on_load: boolean };
const menu = { ...base, confirm, placeholder: plain(150) };
const several = { ...menu, max_selected_items: integer(1, 100) };
const typed = { ...base, placeholder: plain(150), dispatch_action_config: dispatchConfig };
const lines = { options: list(option('menu'), { max: 100 }), option_groups: list(optionGroup, { max: 100 }) };

const optionsOrGroups: Rule = (value, at, problems) => {
  if (!isRecord(value)) return;
  if ((value['options'] === undefined) === (value['option_groups'] === undefined))
    problem(problems, 'must define either `options` or `option_groups`', at);
};

const imageSource: Rule = (value, at, problems) => {
  if (!isRecord(value)) return;
  if ((value['image_url'] === undefined) === (value['slack_file'] === undefined))
    problem(problems, 'must define either `slack_file` or `image_url`', at);
};

const minBelowMax: Rule = (value, at, problems) => {
  if (isRecord(value) && Number(value['min_length'] ?? 0) > Number(value['max_length'] ?? 3000))
    problem(problems, 'min_length must be less than or equal to max_length', at);
};

const feedback = shape(
  { text: plain(75), value: string({ max: 2000 }) },
  { accessibility_label: string({ max: 75 }) },
);

/** Every block element Slack documents, by its type. */
export const ELEMENTS: Record<string, Rule> = {
  button: shape(
    { text: plain(75) },
    {
      action_id: id,
      value: string({ max: 2000 }),
      url,
      style: word('primary', 'danger'),
      confirm,
      accessibility_label: string({ max: 75 }),
    },
  ),
  checkboxes: shape(
    { options: list(option('choice'), { max: 10 }) },
    { ...base, confirm, initial_options: list(option('choice'), { max: 10 }) },
  ),
  radio_buttons: shape(
    { options: list(option('choice'), { max: 10 }) },
    { ...base, confirm, initial_option: option('choice') },
  ),
  overflow: shape({ options: list(option('overflow'), { max: 5 }) }, { action_id: id, confirm }),
  datepicker: shape({}, { ...menu, initial_date: date }),
  timepicker: shape({}, { ...menu, initial_time: time, timezone: string() }),
  datetimepicker: shape({}, { ...base, confirm, initial_date_time: seconds }),
  static_select: shape({}, { ...menu, ...lines, initial_option: option('menu') }, optionsOrGroups),
  multi_static_select: shape(
    {},
    { ...several, ...lines, initial_options: list(option('menu')) },
    optionsOrGroups,
  ),
  external_select: shape({}, { ...menu, initial_option: option('menu'), min_query_length: integer(0, 1000) }),
  multi_external_select: shape(
    {},
    { ...several, initial_options: list(option('menu')), min_query_length: integer(0, 1000) },
  ),
  users_select: shape({}, { ...menu, initial_user: id }),
  multi_users_select: shape({}, { ...several, initial_users: list(id) }),
  conversations_select: shape(
    {},
    {
      ...menu,
      initial_conversation: id,
      default_to_current_conversation: boolean,
      response_url_enabled: boolean,
      filter: conversationFilter,
    },
  ),
  multi_conversations_select: shape(
    {},
    {
      ...several,
      initial_conversations: list(id),
      default_to_current_conversation: boolean,
      filter: conversationFilter,
    },
  ),
  channels_select: shape({}, { ...menu, initial_channel: id, response_url_enabled: boolean }),
  multi_channels_select: shape({}, { ...several, initial_channels: list(id) }),
  plain_text_input: shape(
    {},
    {
      ...typed,
      initial_value: string({ max: 3000, min: 0 }),
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    },
    minBelowMax,
  ),
  rich_text_input: shape(
    {},
    { ...typed, initial_value: richText, min_lines: integer(1, 100), max_lines: integer(1, 100) },
  ),
  number_input: shape(
    { is_decimal_allowed: boolean },
    { ...typed, initial_value: string(), min_value: string(), max_value: string() },
  ),
  email_text_input: shape({}, { ...typed, initial_value: string() }),
  url_text_input: shape({}, { ...typed, initial_value: string() }),
  file_input: shape({}, { action_id: id, filetypes: list(string()), max_files: integer(1, 10) }),
  image: shape({ alt_text: string({ max: 2000 }) }, { image_url: url, slack_file: slackFile }, imageSource),
  workflow_button: shape(
    {
      text: plain(75),
      workflow: shape({
        trigger: shape(
          { url },
          { customizable_input_parameters: list(shape({ name: string(), value: string() })) },
        ),
      }),
      action_id: id,
    },
    { style: word('primary', 'danger'), accessibility_label: string({ max: 75 }) },
  ),
  feedback_buttons: shape({ positive_button: feedback, negative_button: feedback }, { action_id: id }),
  icon_button: shape(
    { icon: string(), text: plain(75) },
    {
      action_id: id,
      value: string({ max: 2000 }),
      confirm,
      accessibility_label: string({ max: 75 }),
      visible_to_user_ids: list(id),
    },
  ),
  url: shape({ url, text: string() }),
};

const SELECTS = ['static', 'external', 'users', 'conversations', 'channels'].map((kind) => `${kind}_select`);
const MENUS = [...SELECTS, ...SELECTS.map((kind) => `multi_${kind}`)];
const CLICKED = ['checkboxes', 'datepicker', 'radio_buttons', 'timepicker', ...MENUS];

/** Which elements Slack lets into which block. */
export const PLACES = {
  accessory: ['button', 'image', 'overflow', 'workflow_button', ...CLICKED],
  actions: ['button', 'datetimepicker', 'overflow', 'rich_text_input', 'workflow_button', ...CLICKED],
  input: [
    'datetimepicker',
    'email_text_input',
    'file_input',
    'number_input',
    'plain_text_input',
    'rich_text_input',
    'url_text_input',
    ...CLICKED,
  ],
  contextActions: ['feedback_buttons', 'icon_button'],
} as const;

export function elementIn(place: keyof typeof PLACES): Rule {
  return byType(Object.fromEntries(PLACES[place].map((type) => [type, ELEMENTS[type] as Rule])));
}

/** An actions block with two equal action ids cannot tell which button was pressed. */
export function uniqueActionIds(elements: unknown, at: string, problems: string[]): void {
  if (Array.isArray(elements)) unique(elements, (element) => element['action_id'], 'action_id', at, problems);
}
