import { remedies } from '#remedies';
import type { Config } from '../../src/config.ts';
import type { AnyRemedy } from '../../src/domain/remedy.ts';
import { collect } from '../../src/engine/collect.ts';
import { closure } from '../../src/engine/wanted.ts';
import { providerFor } from '../../src/main.ts';
import type { Recorder } from '../../src/report/recorder.ts';

/** What a scan does not ask and a plan does: what would be set, and what tells whom it would hit. */
export async function addFactsForPlans(recorder: Recorder, config: Config): Promise<void> {
  const wanted = Map.groupBy(remedies as readonly AnyRemedy[], ({ kind }) => kind);
  const provider = providerFor(config);
  for (const account of provider.accounts()) {
    const signal = new AbortController().signal;
    const session = await provider.open(account, { signal, optIns: new Set(config.checks.optIn) });
    try {
      for (const { kind, subject } of recorder.resources(account.name)) {
        const definition = provider.catalog[kind];
        const names = wanted.get(kind)?.flatMap(({ fact, considers = [] }) => [fact, ...considers]);
        if (!definition || !names) continue;
        const facts = closure(kind, definition, names);
        recorder.add(
          account.name,
          kind,
          subject,
          await collect({ provider, session, kind, definition, facts }, subject),
        );
      }
    } finally {
      await session.close();
    }
  }
}
