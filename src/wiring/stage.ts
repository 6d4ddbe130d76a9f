import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { catalog } from '../cloud/catalog.ts';
import { readInventory, recordedProvider } from '../cloud/recorded/provider.ts';
import type { Message } from '../domain/message.ts';
import type { Engine } from '../engine/context.ts';
import { drillGroups, type Stage } from '../engine/drill-desk.ts';
import { openStore } from '../store/open.ts';

/** The made-up account that comes with the program. */
export const clinic = fileURLToPath(new URL('../../demo/clinic.json', import.meta.url));

const nothing: Message = { text: '', blocks: [] };
const silent: Engine['notices'] = {
  scanProgress: () => nothing,
  scanEnded: () => nothing,
  findingCard: () => nothing,
  findingChanged: () => nothing,
  alert: () => nothing,
  attestationDue: () => nothing,
  expiring: () => nothing,
  reminder: () => nothing,
  digest: () => nothing,
  remediationCard: () => nothing,
  remediationSaid: () => nothing,
  urgent: () => nothing,
};

/** Sets up a drill: the made-up clinic in memory, a ledger in memory, a clock of its own, and the real rules. */
export async function setStage(engine: Engine): Promise<Stage> {
  const store = await openStore(':memory:');
  const recorded = recordedProvider(readInventory(clinic), catalog, { writable: true });
  let ahead = 0;
  const { rules } = engine;
  return {
    engine: {
      ...engine,
      store,
      provider: recorded,
      notices: silent,
      accountNames: new Map(),
      process: { ...engine.process, instance: randomUUID() },
      rules: {
        ...rules,
        alertAt: null,
        remediation: { ...rules.remediation, windows: [], groups: drillGroups, channel: null },
      },
      now: () => new Date(engine.now().getTime() + ahead),
      wake: () => {},
    },
    later: (ms) => {
      ahead += ms;
    },
    writes: () => recorded.writes.length,
    close: () => store.close(),
  };
}
