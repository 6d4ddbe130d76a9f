import { id } from './composition.ts';
import { isRecord, type Json } from './json.ts';
import { byType, list, number, problem, type Rule, shape, string, unique } from './rules.ts';

const label = string({ max: 20 });

// Slack's own page says six; a later third-party page says twelve. The strict number is kept.
const MAX_SERIES = 6;

const positive: Rule = (value, at, problems) => {
  number(value, at, problems);
  if (typeof value === 'number' && value <= 0) problem(problems, 'must be greater than 0', at);
};

/** Every series answers every category once, and no two series share a name. */
const lined: Rule = (value, at, problems) => {
  if (!isRecord(value) || !Array.isArray(value['series'])) return;
  const categories: unknown[] = value['axis_config']?.categories ?? [];
  unique(value['series'], (series) => series['name'], 'series', at, problems);
  value['series'].forEach((series: Json, index: number) => {
    const labels = Array.isArray(series['data']) ? series['data'].map((point: Json) => point['label']) : [];
    if (labels.length !== categories.length || categories.some((name) => !labels.includes(name)))
      problem(problems, 'data labels must match axis_config categories', `${at}/series/${index}/data`);
  });
};

const plotted = shape(
  {
    series: list(shape({ name: label, data: list(shape({ label, value: number }), { max: 20 }) }), {
      max: MAX_SERIES,
    }),
    axis_config: shape(
      { categories: list(label, { max: 20 }) },
      { x_label: string({ max: 50 }), y_label: string({ max: 50 }) },
    ),
  },
  {},
  lined,
);

export const chart = shape(
  {
    title: string({ max: 50 }),
    chart: byType({
      pie: shape({ segments: list(shape({ label, value: positive }), { max: MAX_SERIES }) }),
      bar: plotted,
      area: plotted,
      line: plotted,
    }),
  },
  { block_id: id },
);
