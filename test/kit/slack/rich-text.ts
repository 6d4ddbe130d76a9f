import { id, url } from './composition.ts';
import { boolean, byType, integer, list, number, only, type Rule, shape, string, word } from './rules.ts';

const style = shape(
  {},
  { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
);

const inline: Record<string, Rule> = {
  text: shape({ text: string() }, { style }),
  link: shape({ url }, { text: string(), unsafe: boolean, style }),
  user: shape({ user_id: id }, { style }),
  usergroup: shape({ usergroup_id: id }, { style }),
  channel: shape({ channel_id: id }, { style }),
  team: shape({ team_id: id }, { style }),
  emoji: shape({ name: string() }, { unicode: string(), url, style, skin_tone: integer(1, 6) }),
  broadcast: shape({ range: word('here', 'channel', 'everyone') }, { style }),
  color: shape({ value: string() }, { style }),
  date: shape({ timestamp: number, format: string() }, { url, fallback: string(), style }),
};

const sentence = list(byType(inline), { min: 0 });
const section = shape({ elements: sentence });

const parts = byType({
  rich_text_section: section,
  rich_text_list: shape(
    {
      elements: list(byType({ rich_text_section: section }), { min: 0 }),
      style: word('bullet', 'ordered'),
    },
    { indent: integer(0, 8), offset: integer(0, 10_000), border: integer(0, 1) },
  ),
  rich_text_quote: shape({ elements: sentence }, { border: integer(0, 1) }),
  rich_text_preformatted: shape(
    { elements: list(only(inline, ['text', 'link']), { min: 0 }) },
    { border: integer(0, 1), language: string() },
  ),
});

export const richTextFields = shape({ elements: list(parts, { min: 0 }) }, { block_id: id });

export const richText = byType({ rich_text: richTextFields });
