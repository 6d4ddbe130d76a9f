import { minuteOf } from '../domain/days.ts';
import { isWhole, lastGood } from '../domain/scan.ts';
import { organization } from './attestations.ts';
import { accountsOf, discoverAccounts, type Engine } from './context.ts';
import { eachOf, streamed } from './limit.ts';
import type { PeopleDesk, Symptom } from './services.ts';

/** Looks that are not the engine's own: the configuration file, the chats, the server. */
export type Examination = () => Promise<readonly Symptom[]>;

/** More lines than these about accounts would hide what is wrong. */
const mostAccountLines = 12;

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
export function createDoctor(
  engine: Engine,
  people: Pick<PeopleDesk, 'members'>,
  others: readonly Examination[],
) {
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

  /** Every account is tried. Of a long list that all work, one line says so. */
  async function accounts(): Promise<readonly Symptom[]> {
    const short = await discoverAccounts(engine, AbortSignal.timeout(60_000));
    const list = accountsOf(engine);
    const byAccount = new Map<object, readonly Symptom[]>();
    await eachOf(streamed(list), engine.rules.accountsAtOnce, async (a) => {
      byAccount.set(a, [await account(a), ...(await writer(a))]);
    });
    const found = list.flatMap((a) => byAccount.get(a) ?? []);
    const bad = found.filter(({ state }) => state !== 'ok');
    const good = found.length - bad.length;
    const asked = !engine.provider.discover
      ? []
      : short === null
        ? [
            ok(
              'organization',
              `AWS Organizations was asked: ${list.length === 1 ? '1 account is' : `${list.length} accounts are`} scanned.`,
            ),
          ]
        : [
            failed(
              'organization',
              `${short.message.charAt(0).toUpperCase()}${short.message.slice(1)}.`,
              'Give the bot credentials, or aws.organization.listRole, of the management account or of a delegated administrator.',
            ),
          ];
    if (found.length <= mostAccountLines) return [...asked, ...found];
    const said = good > 0 ? [ok('accounts', `${good} tries to open an account went well.`)] : [];
    const more = bad.length - mostAccountLines;
    const rest =
      more > 0 ? [failed('accounts', `${more} more tries failed.`, '`status` names the accounts.')] : [];
    return [...asked, ...said, ...bad.slice(0, mostAccountLines), ...rest];
  }

  /** The remediation role of an account: assumed for nothing but to see that it can be. */
  async function writer(a: ReturnType<typeof accountsOf>[number]): Promise<readonly Symptom[]> {
    if (a.remediation === undefined) return [];
    const area = `fixes in ${a.name}`;
    try {
      const session = await engine.provider.openWriter(a, {
        remediation: 'doctor',
        requester: 'doctor',
        approvers: [],
        actions: ['sts:GetCallerIdentity'],
        resources: ['*'],
        signal: AbortSignal.timeout(30_000),
      });
      await session.close();
      return [ok(area, `The remediation role works: account ${session.identity.id}. Nothing was changed.`)];
    } catch (error) {
      const { message } = engine.provider.classify(error);
      const remedy =
        'Check that the remediation role trusts this bot (`policy --remediate` prints it), and its external id.';
      return [failed(area, `The remediation role cannot be used: ${message}.`, remedy)];
    }
  }

  /** Two persons agree to a change: with fewer than two of them nothing can be. */
  async function approvers(): Promise<readonly Symptom[]> {
    if (!accountsOf(engine).some((a) => a.remediation !== undefined)) return [];
    const persons = new Set((await people.members('approver')).map((a) => a.person));
    if (persons.size >= 2) return [ok('approvers', `${persons.size} people may approve changes.`)];
    const says =
      persons.size === 0 ? 'Nobody holds the role approver.' : 'Only one person holds the role approver.';
    const remedy =
      'Grant the role to two people at least: nobody approves what they asked for themselves (slack.roles.approver or teams.roles.approver).';
    return [warning('approvers', `${says} Changes may wait for ever.`, remedy)];
  }

  /** Where requests can be read by those who did not make them. */
  function requests(): readonly Symptom[] {
    const { channel } = engine.rules.remediation;
    if (channel !== null || !accountsOf(engine).some((a) => a.remediation !== undefined)) return [];
    const says = 'Requests are posted only where they are made; approvers may not read there.';
    return [warning('requests', says, 'Set remediation.channel to a channel that approvers read.')];
  }

  /** Alerts of certain accounts only leave out what is the organization's. */
  function reminders(): readonly Symptom[] {
    const { attestations, alertChannels } = engine.rules;
    if (attestations.ask.length === 0 || attestations.channel !== null) return [];
    if (alertChannels({ id: organization, name: organization }).length > 0) return [];
    if (!accountsOf(engine).some(({ id, name }) => alertChannels({ id: id ?? name, name }).length > 0))
      return [];
    const says = 'Nobody is reminded of attestations: every channel of alerts is of certain accounts.';
    return [
      warning('attestations', says, 'Set attestations.channel, or an alert channel without `accounts`.'),
    ];
  }

  async function lastScan(): Promise<Symptom> {
    const scans = await engine.store.scans.latest(200, 'finished');
    if (scans.length === 0) return warning('scans', 'No scan has finished yet.', 'Say `scan`.');
    const good = lastGood(scans);
    if (good !== scans.find((s) => isWhole(s.filter))) {
      const since = good?.finishedAt ? ` since ${minuteOf(good.finishedAt)}` : '';
      const says = `No whole scan has opened every account and got answers${since}.`;
      return warning('scans', says, '`status` names the accounts; then say `scan`.');
    }
    const gaps = (await engine.store.scans.perAccount()).flatMap((a) => a.notAssessed);
    const denied = gaps.filter((n) => n.reason === 'denied').map((n) => n.permission);
    const permissions = [...new Set(denied.filter((p) => p !== null))];
    if (permissions.length > 0) {
      const count = permissions.length === 1 ? 'one permission' : `${permissions.length} permissions`;
      const says = `The newest whole scans were denied ${count}: ${permissions.join(', ')}.`;
      return warning('permissions', says, 'Update the scan role with `policy`.');
    }
    if (!good?.finishedAt) return warning('scans', 'Only narrow scans have finished so far.', 'Say `scan`.');
    return ok('scans', `The last whole scan finished on ${minuteOf(good.finishedAt)}.`);
  }

  return {
    async examine(): Promise<readonly Symptom[]> {
      const parts = await Promise.all([
        database(),
        accounts(),
        approvers(),
        requests(),
        reminders(),
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
