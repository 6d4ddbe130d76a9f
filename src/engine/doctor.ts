import { accountsOf, type Engine } from './context.ts';
import type { Symptom } from './services.ts';

/** Looks that are not the engine's own: the configuration file, the chats, the server. */
export type Examination = () => Promise<readonly Symptom[]>;

const ok = (area: string, says: string): Symptom => ({ area, state: 'ok', says });
const failed = (area: string, says: string, remedy: string): Symptom => ({
  area,
  state: 'failed',
  says,
  remedy,
});
const warning = (area: string, says: string, remedy: string): Symptom => ({
  area,
  state: 'warning',
  says,
  remedy,
});

/** Tries each thing that the bot needs, once, for real, and says what to do where one does not work. */
export function createDoctor(engine: Engine, others: readonly Examination[]) {
  async function database(): Promise<readonly Symptom[]> {
    try {
      await engine.store.ping();
    } catch (error) {
      engine.log.error({ err: error }, 'the database does not answer');
      return [
        failed(
          'database',
          'The database cannot be written.',
          'Check the path and its free space, then start again.',
        ),
      ];
    }
    const chain = await engine.store.audit.verify();
    if (!chain.ok) {
      const says = `The audit log is broken at record ${chain.seq}: ${chain.because}.`;
      return [
        failed('audit log', says, 'Keep a copy of the file, and compare with the head in an earlier digest.'),
      ];
    }
    return [
      ok('database', 'The database can be written.'),
      ok('audit log', `All ${chain.records} records hold together.`),
    ];
  }

  async function account(a: ReturnType<typeof accountsOf>[number]): Promise<Symptom> {
    const area = `account ${a.name}`;
    try {
      const scope = { signal: AbortSignal.timeout(30_000), optIns: new Set<string>() };
      const session = await engine.provider.open(a, scope);
      await session.close();
      const regions = session.regions.length > 0 ? `, regions ${session.regions.join(', ')}` : '';
      const { asOf } = engine.provider;
      if (asOf)
        return ok(
          area,
          `A recording of ${asOf.toISOString().slice(0, 10)} answers: account ${session.identity.id}.`,
        );
      return ok(area, `The credentials work: account ${session.identity.id}${regions}.`);
    } catch (error) {
      const { message } = engine.provider.classify(error);
      const remedy = a.role
        ? 'Check that the role trusts this bot and that the external id is the same on both sides.'
        : 'Set AWS credentials in the environment, or name a profile or a role in the configuration.';
      return failed(area, `The account cannot be opened: ${message}.`, remedy);
    }
  }

  async function lastScan(): Promise<Symptom> {
    const [scan] = await engine.store.scans.latest(1, 'finished');
    if (!scan?.finishedAt) return warning('scans', 'No scan has finished yet.', 'Say `scan`.');
    const missing = (await engine.store.scans.perAccount()).flatMap((a) =>
      a.notAssessed.filter((n) => n.reason === 'denied'),
    );
    const permissions = [...new Set(missing.map((n) => n.permission).filter((p) => p !== null))];
    if (permissions.length > 0) {
      const says = `The last scan was denied ${permissions.length === 1 ? 'one permission' : `${permissions.length} permissions`}: ${permissions.join(', ')}.`;
      return warning('permissions', says, 'Update the scan role with `policy`.');
    }
    return ok('scans', `The last scan finished at ${scan.finishedAt}.`);
  }

  return {
    async examine(): Promise<readonly Symptom[]> {
      const parts = await Promise.all([
        database(),
        ...accountsOf(engine).map(async (a) => [await account(a)]),
        lastScan().then((s) => [s]),
        ...others.map((examine) =>
          examine().catch((error): readonly Symptom[] => {
            engine.log.error({ err: error }, 'an examination failed');
            return [failed('doctor', 'One examination failed in itself.', 'The log has the cause.')];
          }),
        ),
      ]);
      return parts.flat();
    },
  };
}
