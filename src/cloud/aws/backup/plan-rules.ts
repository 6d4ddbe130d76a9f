import type { Json } from '../../../domain/catalog.ts';
import { longestGapHours, usualSchedule } from './schedule.ts';

export interface PlanRule {
  readonly name: string;
  /** The longest time between two runs. */
  readonly everyHours: number;
  /** Days that its backups are kept; null: for ever. */
  readonly keptDays: number | null;
  /** The same of the copies that it makes elsewhere, where they are kept longer. */
  readonly longestKeptDays: number | null;
  /** It keeps a history to rewind, beside any schedule. */
  readonly continuous: boolean;
}

type Fields = { readonly [field: string]: Json };

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listed = (value: Json | undefined): readonly Fields[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : []).filter(isFields);

/** AWS Backup writes "for ever" as nothing, and where it was said aloud as -1. */
function keptDays(lifecycle: Json | undefined): number | null {
  const days = isFields(lifecycle) ? lifecycle['DeleteAfterDays'] : undefined;
  return typeof days === 'number' && days > 0 ? days : null;
}

const longest = (days: readonly (number | null)[]): number | null =>
  days.includes(null) ? null : Math.max(...(days as readonly number[]));

/** What the rules of a plan come to; in words, why they were not understood. */
export function rulesOf(document: Fields): readonly PlanRule[] | string {
  const rules: PlanRule[] = [];
  for (const rule of listed(document['Rules'])) {
    const name = String(rule['RuleName'] ?? '');
    const schedule = rule['ScheduleExpression'];
    const everyHours = longestGapHours(typeof schedule === 'string' && schedule ? schedule : usualSchedule);
    if (everyHours === null) return `the schedule of rule ${name} was not understood: ${String(schedule)}`;
    const kept = keptDays(rule['Lifecycle']);
    const copies = listed(rule['CopyActions']).map((copy) => keptDays(copy['Lifecycle']));
    rules.push({
      name,
      everyHours,
      keptDays: kept,
      longestKeptDays: longest([kept, ...copies]),
      continuous: rule['EnableContinuousBackup'] === true,
    });
  }
  return rules;
}
