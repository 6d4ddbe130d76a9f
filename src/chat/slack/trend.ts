import type { Block } from '../../domain/message.ts';
import { limits } from './limits.ts';
import { type Drawn, tableText } from './table.ts';
import { cut, tidy } from './text.ts';
import type { Json } from './wire.ts';

type Trend = Extract<Block, { kind: 'trend' }>;

/** Nothing says how a chart reads its labels; no name from the cloud needs this sign. */
const label = (text: string): string => tidy(text).replaceAll('<', '‹').trim();

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-06-01` → `1 Jun`: there is little room under an axis. */
const dayLabel = (text: string): string => {
  const [, month, day] = /^\d{4}-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const name = months[Number(month) - 1];
  return name ? `${Number(day)} ${name}` : text;
};

/** Chart labels must differ from one another, also after they were cut. */
function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, i) => {
    const short = cut(label(name) || String(i + 1), limits.chartLabel);
    const own = seen.has(short) ? `${cut(short, limits.chartLabel - 4)} ${i + 1}` : short;
    seen.add(own);
    return own;
  });
}

/** A line chart, or null where there is nothing that one could draw. The newest points are kept. */
export function chart({ title, labels, series }: Trend): Json | null {
  const shown = series.slice(0, limits.chartSeries);
  if (shown.length === 0 || labels.length < 2) return null;
  const whole = shown.every(
    ({ values }) => values.length === labels.length && values.every((value) => Number.isFinite(value)),
  );
  if (!whole) return null;
  const from = Math.max(0, labels.length - limits.chartPoints);
  const categories = distinct(labels.slice(from).map(dayLabel));
  const names = distinct(shown.map(({ name }) => name));
  return {
    type: 'data_visualization',
    title: cut(label(title) || 'Trend', limits.chartTitle),
    chart: {
      type: 'line',
      series: shown.map(({ values }, i) => ({
        name: names[i],
        data: values.slice(from).map((value, at) => ({ label: categories[at], value })),
      })),
      axis_config: { categories },
    },
  };
}

/** The chart's numbers, one line per point. */
export function trendText({ labels, series }: Trend, room: number): Drawn {
  return tableText(
    {
      columns: ['', ...series.map(({ name }) => name)],
      rows: labels.map((label, i) => [label, ...series.map(({ values }) => String(values[i] ?? '–'))]),
    },
    room,
  );
}
