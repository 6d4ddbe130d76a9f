import { chart } from './chart.ts';
import { id, mrkdwn, plain, slackFile, text, textTypes, url } from './composition.ts';
import { ELEMENTS, elementIn, uniqueActionIds } from './elements.ts';
import { isRecord } from './json.ts';
import { richText, richTextFields } from './rich-text.ts';
import {
  boolean,
  byType,
  integer,
  list,
  number,
  only,
  problem,
  type Rule,
  shape,
  string,
  word,
} from './rules.ts';

export type Surface = 'message' | 'modal' | 'home';

const block = { block_id: id };
const image = only(ELEMENTS, ['image']);

const TABLE = { rows: 100, columns: 20, characters: 10_000 };

/** The characters of a block that a person would see, which is what Slack's totals count. */
export function visibleLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + visibleLength(each), 0);
  if (!isRecord(value)) return 0;
  return Object.entries(value).reduce((sum, [name, field]) => {
    if (name === 'text' && typeof field === 'string') return sum + field.length;
    return sum + (typeof field === 'object' ? visibleLength(field) : 0);
  }, 0);
}

const textOrFields: Rule = (value, at, problems) => {
  if (isRecord(value) && value['text'] === undefined && value['fields'] === undefined)
    problem(problems, 'must define either `text` or `fields`', at);
};

const tableTotal: Rule = (value, at, problems) => {
  if (isRecord(value) && visibleLength(value['rows']) > TABLE.characters)
    problem(problems, `table must be less than ${TABLE.characters + 1} characters`, `${at}/rows`);
};

const evenRows: Rule = (value, at, problems) => {
  const rows: unknown[] = isRecord(value) && Array.isArray(value['rows']) ? value['rows'] : [];
  if (new Set(rows.map((row) => (Array.isArray(row) ? row.length : -1))).size > 1)
    problem(problems, 'all rows must have the same number of cells', `${at}/rows`);
};

const cell = byType({
  raw_text: shape({ text: string() }),
  raw_number: shape({ value: number }, { text: string() }),
  rich_text: richTextFields,
});

const card = shape(
  {},
  {
    ...block,
    hero_image: image,
    icon: image,
    title: mrkdwn(150),
    subtitle: mrkdwn(150),
    subtext: mrkdwn(200),
    body: mrkdwn(200),
    actions: list(only(ELEMENTS, ['button']), { max: 3 }),
  },
);

const task = shape(
  { task_id: string(), title: string(), status: word('pending', 'in_progress', 'complete', 'error') },
  { ...block, details: richText, output: richText, sources: list(only(ELEMENTS, ['url'])) },
);

const MODAL_INPUTS = elementIn('input');
const actions: Rule = (value, at, problems) => {
  shape({ elements: list(elementIn('actions'), { max: 25 }) }, block)(value, at, problems);
  if (isRecord(value)) uniqueActionIds(value['elements'], `${at}/elements`, problems);
};

const EVERYWHERE: Record<string, Rule> = {
  section: shape(
    {},
    {
      ...block,
      text: text(3000),
      fields: list(text(2000), { max: 10 }),
      accessory: elementIn('accessory'),
      expand: boolean,
    },
    textOrFields,
  ),
  header: shape({ text: plain(150) }, { ...block, level: integer(1, 6) }),
  divider: shape({}, block),
  context: shape(
    {
      elements: list(byType({ image: ELEMENTS['image'] as Rule, ...textTypes() }), {
        max: 10,
      }),
    },
    block,
  ),
  actions,
  image: shape(
    { alt_text: string({ max: 2000 }) },
    { ...block, title: plain(2000), image_url: url, slack_file: slackFile },
    (value, at, problems) => {
      if (isRecord(value) && (value['image_url'] === undefined) === (value['slack_file'] === undefined))
        problem(problems, 'must define either `slack_file` or `image_url`', at);
    },
  ),
  input: shape(
    { label: plain(2000), element: MODAL_INPUTS },
    { ...block, hint: plain(2000), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: richTextFields,
  video: shape(
    { alt_text: string({ max: 2000 }), title: plain(200), thumbnail_url: url, video_url: url },
    {
      ...block,
      author_name: string({ max: 50 }),
      description: plain(200),
      provider_icon_url: url,
      provider_name: string({ max: 50 }),
      title_url: url,
    },
  ),
};

const container = shape(
  { child_blocks: list(byType(EVERYWHERE), { max: 10 }) },
  {
    ...block,
    title: plain(150),
    rich_text_title: richText,
    subtitle: text(150),
    width: word('narrow', 'standard', 'wide', 'full'),
    icon: image,
    is_collapsible: boolean,
    default_collapsed: boolean,
    has_header_divider: boolean,
  },
);

/** The `file` block is missing on purpose: an app cannot send one. */
export const BLOCKS: Record<Surface, Record<string, Rule>> = {
  message: {
    ...EVERYWHERE,
    markdown: shape({ text: string({ max: 12_000 }) }, block),
    table: shape(
      { rows: list(list(cell, { max: TABLE.columns }), { max: TABLE.rows }) },
      {
        ...block,
        column_settings: list(
          (value, at, problems) =>
            value === null ||
            shape({}, { align: word('left', 'center', 'right'), is_wrapped: boolean })(value, at, problems),
          { max: TABLE.columns },
        ),
      },
      tableTotal,
    ),
    data_table: shape(
      { rows: list(list(cell, { max: TABLE.columns }), { min: 2, max: TABLE.rows + 1 }), caption: string() },
      { ...block, page_size: integer(1, 100), row_header_column_index: integer(0, TABLE.columns - 1) },
      evenRows,
    ),
    data_visualization: chart,
    card,
    carousel: shape({ elements: list(byType({ card }), { max: 10 }) }, block),
    container,
    context_actions: shape({ elements: list(elementIn('contextActions'), { max: 5 }) }, block),
    task_card: task,
    plan: shape({ title: string() }, { ...block, tasks: list(byType({ task_card: task })) }),
  },
  modal: {
    ...EVERYWHERE,
    alert: shape(
      { text: text(200) },
      { ...block, level: word('default', 'info', 'warning', 'error', 'success') },
    ),
  },
  home: EVERYWHERE,
};
