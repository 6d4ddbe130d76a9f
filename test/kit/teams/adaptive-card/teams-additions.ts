import { Ajv } from 'ajv';
import { deepest } from './schema.ts';

type Json = Record<string, any>;

const text = { type: 'string', minLength: 1 };

const ajv = new Ajv({ allErrors: true });

/** `msteams` of a card, from Microsoft's pages on card format and mentions. */
const ofTeams = ajv.compile({
  type: 'object',
  additionalProperties: false,
  properties: {
    width: { const: 'Full' },
    entities: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'text', 'mentioned'],
        properties: {
          type: { const: 'mention' },
          text: { type: 'string', pattern: '^<at>[^<>]+</at>$' },
          mentioned: {
            type: 'object',
            additionalProperties: false,
            required: ['id', 'name'],
            properties: { id: text, name: text },
          },
        },
      },
    },
  },
});

/** `Chart.Line`, from Microsoft's page on charts in Adaptive Cards. Ours has days on its axis, and always a fallback. */
const ofChart = ajv.compile({
  type: 'object',
  additionalProperties: false,
  required: ['type', 'data', 'fallback'],
  properties: {
    type: { const: 'Chart.Line' },
    title: text,
    xAxisTitle: text,
    yAxisTitle: text,
    colorSet: { enum: ['categorical', 'sequential', 'diverging'] },
    data: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['legend', 'values'],
        properties: {
          legend: text,
          color: text,
          values: {
            type: 'array',
            minItems: 2,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['x', 'y'],
              properties: { x: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, y: { type: 'number' } },
            },
          },
        },
      },
    },
    fallback: { type: 'object' },
    separator: { type: 'boolean' },
    spacing: { type: 'string' },
  },
});

/** A menu to type into: of 1.5 by Microsoft's reader and Teams' page on typeahead search, but left out of the schema. */
const isFiltered = (element: Json): boolean =>
  element['type'] === 'Input.ChoiceSet' && element['style'] === 'filtered';

/** A card without what Teams adds to 1.5, as a client that knows only 1.5 sees it, and what is wrong with the additions. */
export function withoutAdditions(card: Json): { readonly card: Json; readonly problems: string[] } {
  const problems: string[] = [];
  const { msteams, ...rest } = card;
  if (!ofTeams(msteams)) problems.push(...deepest(ofTeams.errors).map((each) => `msteams: ${each}`));
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const element = value as Json;
    if (isFiltered(element)) return walk({ ...element, style: 'compact' });
    if (element['type'] !== 'Chart.Line')
      return Object.fromEntries(Object.entries(element).map(([name, each]) => [name, walk(each)]));
    if (!ofChart(element)) problems.push(...deepest(ofChart.errors).map((each) => `chart: ${each}`));
    return walk(element['fallback']);
  };
  return { card: walk(rest) as Json, problems };
}
