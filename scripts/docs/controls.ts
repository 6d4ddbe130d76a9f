import { checks } from '#checks';
import { controls as catalogue, leftOut } from '../../src/controls.ts';
import { type AnyCheck, controlOf } from '../../src/domain/check.ts';
import type { Control } from '../../src/domain/control.ts';
import { topicOf } from '../../src/engine/coverage-desk.ts';

export type { Control } from '../../src/domain/control.ts';

export const controls: readonly Control[] = catalogue();

export const allChecks = checks as readonly AnyCheck[];
/** The checks of each control: several where one question is asked of several kinds. */
export const checksOf: ReadonlyMap<string, readonly AnyCheck[]> = Map.groupBy(allChecks, controlOf);

const reasons = leftOut();

/** Why a control has no check: an attestation instead, or a reason that is written down. Refuses a control without either. */
export function reasonFor({ id }: Pick<Control, 'id'>): string {
  const topic = topicOf(id);
  if (topic !== null)
    return `attested instead, as \`${topic}\`: no API tells it, so an officer says it, with a day and a document`;
  const reason = reasons[id];
  if (reason === undefined) throw new Error(`${id} has neither a check nor a reason in data/left-out.json`);
  return reason;
}
