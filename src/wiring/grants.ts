import { type Engine, enabledChecks } from '../engine/context.ts';
import { permissionsOf, planFacts, type WriteGrant, wantedBy, writesOf } from '../engine/wanted.ts';

type Asking = Pick<Engine, 'checks' | 'remedies' | 'rules' | 'provider'>;

/** The least-privilege scan policy, computed from the checks that run, and from what plans read where fixes can be made. */
export function readActions(engine: Asking): readonly string[] {
  const { provider, remedies } = engine;
  const running = enabledChecks(engine);
  const fixes = provider.fixes ?? provider.accounts().some((account) => account.remediation !== undefined);
  const finding = provider.discovers ?? [];
  const plans = fixes ? planFacts(provider.catalog, remedies, running) : [];
  return [...permissionsOf([...wantedBy(provider.catalog, running), ...plans]), ...finding].sort();
}

/** The least-privilege write policy, one grant per remedy of a check that runs. */
export function writeGrants(engine: Asking): readonly WriteGrant[] {
  const { provider, remedies } = engine;
  const roles = provider.accounts().map((a) => a.remediation?.role ?? a.role);
  const partitions = new Set(roles.flatMap((role) => role?.split(':')[1] ?? []));
  const all = partitions.size > 0 ? [...partitions].sort() : ['aws'];
  return writesOf(provider.catalog, remedies, enabledChecks(engine), all);
}
