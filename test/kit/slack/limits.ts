import { BLOCKS, type Surface, visibleLength } from './blocks.ts';
import { plain } from './composition.ts';
import { isRecord, type Json } from './json.ts';
import { boolean, byType, list, problem, type Rule, shape, string, unique } from './rules.ts';

/** Slack's numbers, from platform-limits.md; the block sizes themselves live with each block. */
export const LIMITS = {
  blocks: { message: 50, modal: 100, home: 100 },
  text: 40_000,
  // chat.update refuses what chat.postMessage would still take.
  updatedText: 4_000,
  markdown: 12_000,
  // Not documented; measured at about 13,200 characters over all blocks (slackapi/bolt-js#2509).
  visible: 13_200,
  charts: 2,
  tables: 1,
  viewBytes: 250_000,
  privateMetadata: 3_000,
  modalsDeep: 3,
} as const;

function surfaceBlocks(surface: Surface): Rule {
  const each = byType(BLOCKS[surface]);
  return (value, at, problems) => {
    list(each, { max: LIMITS.blocks[surface], min: 0 })(value, at, problems);
    if (!Array.isArray(value)) return;
    unique(value, (block) => block['block_id'], 'block_id', at, problems);
    const count = (type: string) => value.filter((block) => isRecord(block) && block['type'] === type);
    if (count('data_visualization').length > LIMITS.charts)
      problem(problems, `no more than ${LIMITS.charts} data_visualization blocks allowed`, at);
    if (count('table').length > LIMITS.tables) problem(problems, 'only_one_table_allowed', at);
    if (visibleLength(count('markdown')) > LIMITS.markdown)
      problem(problems, `markdown must be less than ${LIMITS.markdown + 1} characters in total`, at);
    if (JSON.stringify(value).split('"focus_on_load":true').length > 2)
      problem(problems, 'only one element may have focus_on_load', at);
  };
}

const checkers: Record<Surface, Rule> = {
  message: surfaceBlocks('message'),
  modal: surfaceBlocks('modal'),
  home: surfaceBlocks('home'),
};

/** What Slack would write in `response_metadata.messages`; empty when the blocks are fine. */
export function blockProblems(blocks: unknown, surface: Surface = 'message', at = '/blocks'): string[] {
  const problems: string[] = [];
  checkers[surface](blocks, at, problems);
  return problems;
}

const common = {
  private_metadata: string({ max: LIMITS.privateMetadata, min: 0 }),
  callback_id: string({ max: 255, min: 0 }),
  external_id: string({ max: 255, min: 0 }),
};

const submitWithInput: Rule = (view, at, problems) => {
  if (!isRecord(view) || !Array.isArray(view['blocks'])) return;
  const asks = view['blocks'].some((block: Json) => isRecord(block) && block['type'] === 'input');
  if (asks && view['submit'] === undefined) problem(problems, 'missing required field: submit', at);
};

const modal = shape(
  { title: plain(24), blocks: checkers.modal },
  {
    ...common,
    submit: plain(24),
    close: plain(24),
    clear_on_close: boolean,
    notify_on_close: boolean,
  },
  submitWithInput,
);
const home = shape({ blocks: checkers.home }, common);

export function viewProblems(view: unknown, surface: 'modal' | 'home'): string[] {
  const problems: string[] = [];
  byType(surface === 'modal' ? { modal } : { home })(view, '/view', problems);
  return problems;
}
