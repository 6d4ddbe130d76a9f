import type { Block } from '../../domain/message.ts';
import { bytesOf, type Json } from './card.ts';
import { limits } from './limits.ts';
import { type Drawn, heading, note, whole } from './render-parts.ts';
import { table } from './render-table.ts';
import { cut, defused, oneLine } from './text.ts';

type Trend = Extract<Block, { kind: 'trend' }>;

const day = /^\d{4}-\d{2}-\d{2}$/;
const name = (text: string, otherwise: string): string => defused(cut(oneLine(text), 60)) || otherwise;

/** The newest points, and of those evenly few, the newest always among them. */
function thinned({ labels }: Trend, most: number): readonly number[] {
  const step = Math.max(1, Math.ceil((labels.length - 1) / Math.max(1, most - 1)));
  return labels.map((_, i) => i).filter((i) => (labels.length - 1 - i) % step === 0);
}

/** The numbers as they are: what people see where no chart is drawn. */
function numbers(trend: Trend, most: number, room: number): Drawn {
  const { labels, series } = trend;
  const points = thinned(trend, most);
  const few =
    points.length < labels.length ? note(`${points.length} of ${labels.length} days are shown.`, room) : [];
  const drawn = table(
    {
      columns: ['Day', ...series.map((each) => each.name)],
      rows: points.map((i) => [labels[i] ?? '', ...series.map(({ values }) => String(values[i] ?? '–'))]),
    },
    room - bytesOf(few),
  );
  return { elements: [...drawn.elements, ...few], left: drawn.left };
}

/** A line chart needs days and whole series: Teams draws nothing for other labels. */
const canBeDrawn = ({ labels, series }: Trend): boolean =>
  labels.length > 1 &&
  series.length > 0 &&
  series.length <= limits.chartSeries &&
  labels.every((label) => day.test(label) && !Number.isNaN(Date.parse(label))) &&
  series.every(({ values }) => values.length === labels.length && values.every(Number.isFinite));

function chart(trend: Trend, fallback: Json[]): Json {
  const from = Math.max(0, trend.labels.length - limits.chartPoints);
  return {
    type: 'Chart.Line',
    title: name(trend.title, 'Trend'),
    colorSet: 'categorical',
    data: trend.series.map(({ name: legend, values }, i) => ({
      legend: name(legend, `Series ${i + 1}`),
      values: values.slice(from).map((y, at) => ({ x: trend.labels[from + at], y })),
    })),
    // A client without charts gets the same as a table.
    fallback: { type: 'Container', items: fallback },
  };
}

/** Fewer points rather than missing ones: a table that lacks its newest day says something else. */
export function trend(block: Trend, room: number, charts: boolean): Drawn {
  // A client reads a chart's own title aloud, and shows it nowhere.
  const title = heading(block.title, 'Medium');
  const caption = note(block.summary, room / 2);
  const rest = room - bytesOf([...title, ...caption]);
  const tables = limits.chartTables.map((most) => numbers(block, most, rest));
  const drawable = charts && canBeDrawn(block);
  for (const { elements, left } of drawable ? tables.slice(1) : []) {
    const drawn = chart(block, elements);
    if (left === null && bytesOf(drawn) <= rest) return whole([...title, drawn, ...caption]);
  }
  const said = tables.find(({ left }) => left === null);
  if (said) return whole([...title, ...said.elements, ...caption]);
  return { elements: caption, left: '1 more chart' };
}
