import { expect } from 'vitest';
import type { Json } from '../../../src/domain/catalog.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { confirmationOf, differences } from '../../../src/domain/plan.ts';
import type { Remediation } from '../../../src/domain/remediation.ts';
import type { Planned } from '../../../src/engine/services.ts';
import type { Bot } from '../kit/bot.ts';
import type { Bench } from './bench.ts';
import type { Row } from './row.ts';

const written = (value: Json | undefined) =>
  value === undefined ? 'absent' : JSON.stringify(value).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '(day)');

/** A plan's change in lines: `logging: false → true`. */
export const shown = ({ before, after }: { before: Json; after: Json }): readonly string[] =>
  differences(before, after).map(
    ({ field, ...of }) => `${field && `${field}: `}${written(of.before)} → ${written(of.after)}`,
  );

/** The answer that was hoped for; a refusal or anything else ends the test with what was said. */
function granted<T extends object>(answer: object, has: string): T {
  if (has in answer) return answer as T;
  throw new Error(JSON.stringify(answer));
}
export const isPlanned = (answer: object) => granted<Planned>(answer, 'plan');
export const isRemediation = (answer: object) => granted<Remediation>(answer, 'id');

export const desk = (bot: Bot) => bot.app.services.remediations;
export const now = async (bot: Bot, id: string): Promise<Remediation> => {
  const view = await desk(bot).get(id);
  if (!view) throw new Error(`there is no ${id}`);
  return view.remediation;
};

/** The only finding of the check about this resource, after a scan for it. */
export async function scanned(bot: Bot, { check }: Row, resource: string): Promise<Finding> {
  await bot.scan({ checks: [check] });
  const { findings } = await bot.app.services.findings.find({ checks: [check], status: 'any' });
  const found = findings.filter((f) => f.resource === resource);
  expect(found.map(({ checkId }) => checkId)).toEqual([check]);
  return found[0] as Finding;
}

export const statusOf = async (bot: Bot, { handle }: Finding) =>
  (await bot.app.services.findings.get(handle))?.finding.status;

/** Bob agrees, and types what the plan's tier asks for; nothing less will do, and nobody else. */
export const approve = async (bench: Bench, bot: Bot, { id, plan }: Remediation): Promise<Remediation> => {
  const confirm = plan.tier.confirm ? { confirm: confirmationOf(plan) } : {};
  expect(await desk(bot).approve(id, confirm, bench.ann())).toHaveProperty('refused');
  if (plan.tier.confirm) expect(await desk(bot).approve(id, {}, bench.bob())).toHaveProperty('refused');
  return isRemediation(await desk(bot).approve(id, confirm, bench.bob()));
};

export const askFor = ({ handle }: Finding, { remedy, choice }: Row) => ({
  finding: handle,
  remedy,
  ...(choice === undefined ? {} : { choice }),
});
