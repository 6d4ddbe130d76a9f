import type { Instant } from '../../domain/finding.ts';
import type { Message, Text } from '../../domain/message.ts';
import type { DrillStep } from '../../engine/services.ts';
import { listed, number, plural, said, sentences, shown, timeText } from './words.ts';

const stepsShown = 20;

/** The result of a rehearsal: every danger by name, and whether the gate held. */
export function drillMessage(d: {
  readonly at: Instant;
  readonly steps: readonly DrillStep[];
  readonly seq: number;
}): Message {
  const failed = d.steps.filter((s) => !s.held);
  const title =
    failed.length === 0
      ? `The drill is over: all ${number(d.steps.length)} gates held.`
      : `The drill is over: ${plural(failed.length, 'gate')} of ${number(d.steps.length)} did not hold: ${listed(failed.slice(0, 8).map((s) => shown(s.name, 60)))}.`;
  const kept = `It ran on a made-up account on ${timeText(d.at)}, and is kept as record ${number(d.seq)} of the audit log.`;
  const next = failed.length === 0 ? null : 'Stop every change with “freeze on” until this is understood.';
  const steps = [...failed, ...d.steps.filter((s) => s.held)].slice(0, stepsShown);
  const left = d.steps.length - steps.length;
  const more =
    left > 0 ? `${plural(left, 'more step')} held and ${left === 1 ? 'is' : 'are'} in that record.` : null;
  return {
    text: sentences(
      title,
      ...steps.map((s) => `${shown(s.name, 60)}: ${s.held ? 'held' : 'did not hold'}; ${said(s.says, 200)}`),
      more,
      kept,
      next,
    ),
    blocks: [
      { kind: 'text', tone: failed.length === 0 ? 'good' : 'critical', text: [{ bold: title }] },
      ...(steps.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              summary: title,
              columns: ['Rehearsed', 'Gate', 'What happened'],
              rows: steps.map((s): readonly Text[] => [
                shown(s.name, 60),
                s.held ? 'Held' : 'Did not hold',
                said(s.says, 200),
              ]),
            },
          ]),
      ...(more === null ? [] : [{ kind: 'text' as const, text: more }]),
      ...(next === null ? [] : [{ kind: 'text' as const, text: next }]),
      { kind: 'note', text: kept },
    ],
    visibility: 'sender',
    data: d,
    exit: failed.length === 0 ? 0 : 1,
  };
}
