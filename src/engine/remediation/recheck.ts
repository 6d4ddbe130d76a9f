import type { Finding } from '../../domain/finding.ts';
import { signature } from '../../domain/people.ts';
import { byWordOnly } from '../attestations.ts';
import type { Engine } from '../context.ts';
import type { Origin, Refusal } from '../services.ts';
import { accountOf, openAccount } from './account-view.ts';
import { tellFinding } from './ledger.ts';

/** Looks at one finding's resource again, now: after somebody has done by hand what no role can do. */
export async function recheck(
  engine: Engine,
  id: string,
  from: Origin,
  signal: AbortSignal,
): Promise<Finding | Refusal> {
  const finding = await engine.store.findings.get(id);
  if (!finding) return { refused: `There is no finding “${id}”. \`findings\` lists them with their ids.` };
  const said = byWordOnly(finding);
  if (said !== null) return { refused: said };
  const check = engine.checks.find((c) => c.id === finding.checkId);
  const account = await accountOf(engine, finding.account);
  if (!check || !account) return { refused: `${finding.handle} cannot be looked at again: say \`scan\`.` };
  try {
    const view = await openAccount(engine, account, check.kind, [finding.region], signal);
    try {
      const subject = await view.find(finding.resource, finding.region);
      if (subject === null)
        return {
          refused: `${finding.handle}: its resource is gone, which is not a fix. The next scan will say so.`,
        };
      const tags = 'tags' in (engine.provider.catalog[check.kind]?.facts ?? {}) ? ['tags'] : [];
      const facts = await view.read(subject, [...check.facts, ...tags]);
      const answer = view.ask(check, subject, facts);
      if (answer.status === 'unknown')
        return {
          refused: `${finding.handle} could not be assessed: ${answer.because}. Nothing was changed.`,
        };
      const at = from.now.toISOString();
      const actor = signature(from.actor);
      return await engine.store.transaction(async (tx) => {
        await tx.audit.append({
          at,
          actor,
          action: 'check.asked',
          subject: finding.handle,
          detail: { check: check.id, answer: answer.status },
        });
        return (await tellFinding(engine, tx, finding.fingerprint, answer, at, actor)) ?? finding;
      });
    } finally {
      await view.close();
      engine.wake();
    }
  } catch (error) {
    const { message } = engine.provider.classify(error);
    return { refused: `${finding.handle} could not be looked at: ${message}.` };
  }
}
