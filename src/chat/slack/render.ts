import type { Block, Button, Message } from '../../domain/message.ts';
import { button, fitsButton, type Namer, namer, shareButton } from './buttons.ts';
import { code } from './code.ts';
import { facts } from './facts.ts';
import { limits } from './limits.ts';
import { heading, note, paragraph, progress } from './paragraph.ts';
import { type Drawn, table, tableText } from './table.ts';
import { count, cutEscaped, tidy } from './text.ts';
import { chart, trendText } from './trend.ts';
import { type Json, type Rendered, visibleLength } from './wire.ts';

export interface RenderOptions {
  /** False where Slack refused them, and on the Home tab: written out instead. */
  readonly charts?: boolean;
  readonly tables?: boolean;
  /** Whether a person who is named in a text is called. Only in a notice that is public and new. */
  readonly mentions?: boolean;
  readonly surface?: 'message' | 'home';
  /** The command that the message answers: a button that says it again rewrites the message. */
  readonly of?: string;
  /** Adds the Share button, which carries this. */
  readonly share?: string;
  /** Blocks that the caller will add. */
  readonly reserve?: number;
}

interface Room {
  blocks: number;
  characters: number;
  tables: number;
  charts: number;
}

const noRoom = (left: string): Block => ({
  kind: 'note',
  text: `${left} did not fit into this message. Narrow the question, ask for the next page, or use the \`hipaa\` program in a terminal.`,
});

/** Keeps what people act on: the last buttons and notes stay when the middle does not fit. */
function split(blocks: readonly Block[]): { body: readonly Block[]; tail: readonly Block[] } {
  let from = blocks.length;
  while (from > 0 && blocks.length - from < 5) {
    const kind = blocks[from - 1]?.kind;
    if (kind !== 'buttons' && kind !== 'note' && kind !== 'divider') break;
    from--;
  }
  return { body: blocks.slice(0, from), tail: blocks.slice(from) };
}

function actions(buttons: readonly Button[], room: Room, name: Namer): Drawn {
  const elements: Json[] = [];
  let used = 0;
  for (const each of buttons.filter(fitsButton)) {
    const drawn = button(each, name);
    used += visibleLength(drawn);
    if (used > room.characters) break;
    elements.push(drawn);
  }
  const blocks: Json[] = [];
  for (let i = 0; i < elements.length; i += limits.actions)
    blocks.push({ type: 'actions', elements: elements.slice(i, i + limits.actions) });
  const lost = buttons.length - elements.length;
  return { blocks, left: lost > 0 ? count(lost, 'button') : null };
}

const whole = (blocks: Json[]): Drawn => ({ blocks, left: null });

function draw(block: Block, room: Room, name: Namer, mentions: boolean): Drawn {
  switch (block.kind) {
    case 'heading':
      return whole(heading(block.text));
    case 'text':
      return whole(paragraph(block.text, block.tone, room.characters, mentions));
    case 'facts':
      return facts(block.facts, room.characters);
    case 'table': {
      const drawn = room.tables > 0 ? table(block, room.characters) : null;
      if (drawn) room.tables--;
      return drawn ?? tableText(block, room.characters);
    }
    case 'trend': {
      const caption = note(block.summary, room.characters);
      const drawn = room.charts > 0 ? chart(block) : null;
      if (drawn) {
        room.charts--;
        return whole([drawn, ...caption]);
      }
      const said = trendText(block, room.characters - visibleLength(caption));
      return { blocks: [...heading(block.title), ...said.blocks, ...caption], left: said.left };
    }
    case 'progress':
      return whole(progress(block));
    case 'buttons':
      return actions(block.buttons, room, name);
    case 'code':
      return code(block.text, room.characters, room.blocks);
    case 'note':
      return whole(note(block.text, room.characters));
    case 'divider':
      return whole([{ type: 'divider' }]);
  }
}

/** A block that is cut below this says too little. */
const leastCharacters = 40;

/** Draws as many blocks as there is room for; what comes after the first that does not fit is only counted. */
function fill(blocks: readonly Block[], room: Room, name: Namer, mentions: boolean): Json[] {
  const out: Json[] = [];
  const take = (drawn: Json[]) => {
    out.push(...drawn);
    room.blocks -= drawn.length;
    room.characters -= visibleLength(drawn);
  };
  for (const [i, block] of blocks.entries()) {
    const drawn = room.characters < leastCharacters ? null : draw(block, room, name, mentions);
    // One block is kept for the line that says what is missing.
    const last = i === blocks.length - 1 && !drawn?.left;
    const fits =
      drawn !== null &&
      drawn.blocks.length <= room.blocks - (last ? 0 : 1) &&
      visibleLength(drawn.blocks) <= room.characters;
    if (!fits) {
      out.push(...draw(noRoom(count(blocks.length - i, 'part')), room, name, false).blocks);
      return out;
    }
    take(drawn.blocks);
    if (drawn.left) take(draw(noRoom(drawn.left), room, name, false).blocks);
  }
  return out;
}

/** The notification and what screen readers read first: the message's sentence and what charts and tables say. */
function sentence({ text, blocks }: Message): string {
  const summaries = blocks.flatMap((block) =>
    (block.kind === 'table' || block.kind === 'trend') && block.summary && !text.includes(block.summary)
      ? [block.summary]
      : [],
  );
  const said = tidy([text, ...summaries].join(' ')).trim();
  return cutEscaped(said === '' ? 'A message without words.' : said, limits.messageText);
}

/** Pure, and always within Slack's limits, whatever the message holds. */
export function render(message: Message, options: RenderOptions = {}): Rendered {
  const home = options.surface === 'home';
  const { body, tail } = split(message.blocks);
  const spare = limits.visible / 4;
  const all = (home ? limits.viewBlocks : limits.blocks) - (options.reserve ?? 0) - (options.share ? 1 : 0);
  const room: Room = {
    blocks: all,
    characters: spare,
    tables: home || options.tables === false ? 0 : limits.tables,
    charts: home || options.charts === false ? 0 : limits.charts,
  };
  const mentions = options.mentions === true;
  const ending = (name: Namer) => fill(tail, { ...room, blocks: 12 }, name, mentions);
  // Drawn once to be measured, and once more so that the buttons are named in reading order.
  const measured = ending(namer());
  const left = limits.visible - visibleLength(measured) - 400;
  const name = namer();
  const start = fill(body, { ...room, blocks: all - measured.length, characters: left }, name, mentions);
  const blocks = [...start, ...ending(name)];
  if (options.share) addShare(blocks, options.share);
  if (options.of) nameActions(blocks, options.of);
  const text = sentence(message);
  return {
    text,
    blocks:
      blocks.length > 0 ? blocks : paragraph(message.text || text, undefined, limits.sectionText, false),
  };
}

/** Beside the last buttons, where there are any. */
function addShare(blocks: Json[], id: string): void {
  const last = blocks.findLast((block) => block['type'] === 'actions');
  if (last && last['elements'].length < limits.actions) last['elements'].push(shareButton(id));
  else blocks.push({ type: 'actions', elements: [shareButton(id)] });
}

const answersMark = 'of';

function nameActions(blocks: readonly Json[], verb: string): void {
  let n = 0;
  for (const block of blocks)
    if (block['type'] === 'actions') block['block_id'] = `${answersMark}:${verb.slice(0, 50)}:${n++}`;
}

/** The command that the message of this block answers, if it answers one. */
export const answered = (blockId: unknown): string | undefined => {
  const [mark, verb] = String(blockId).split(':');
  return mark === answersMark && verb ? verb : undefined;
};
