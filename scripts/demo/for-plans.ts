import type { Config } from '../../src/config.ts';
import { collect } from '../../src/engine/collect.ts';
import { closure, planFacts } from '../../src/engine/wanted.ts';
import type { Recorder } from '../../src/report/recorder.ts';
import { providerFor } from '../../src/wiring/provider.ts';
import { allChecks, writingRemedies } from '../../src/wiring/rolls.ts';

/** What a scan does not ask and a plan does: what would be set, and what tells whom it would hit. */
export async function addFactsForPlans(recorder: Recorder, config: Config): Promise<void> {
  const provider = providerFor(config);
  const wanted = Map.groupBy(planFacts(provider.catalog, writingRemedies, allChecks), ({ kind }) => kind);
  for (const account of provider.accounts()) {
    const signal = new AbortController().signal;
    const session = await provider.open(account, { signal, optIns: new Set(config.checks.optIn) });
    try {
      for (const { kind, subject } of recorder.resources(account.name)) {
        const definition = provider.catalog[kind];
        const names = wanted.get(kind)?.flatMap(({ facts }) => facts);
        if (!definition || !names) continue;
        const asking = { provider, session, kind, definition, facts: closure(kind, definition, names) };
        recorder.add(account.name, kind, subject, await collect(asking, subject));
      }
    } finally {
      await session.close();
    }
  }
}
