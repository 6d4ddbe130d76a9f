/**
 * Records demo/clinic.json: a made-up clinic's account, scanned by the product itself. `--out FILE` writes elsewhere;
 * `--moto URL` uses an emulator that runs already, with `motoSettings` in its environment.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import { parseArgs } from 'node:util';
import { scanOptions } from '../src/cli/options.ts';
import { scanOnce } from '../src/cli/scan.ts';
import { loadConfig } from '../src/config.ts';
import { Recorder } from '../src/report/recorder.ts';
import { awsEnv } from '../test/kit/aws/environment.ts';
import { startMoto } from '../test/kit/aws/moto.ts';
import { startProxy } from '../test/kit/aws/proxy.ts';
import { sdkOf } from '../test/kit/aws/sdk.ts';
import { addAnswers } from './demo/answers.ts';
import { makeBuckets, makeDoors } from './demo/buckets.ts';
import { accountId, accountName, motoSettings, recordedAt, regions } from './demo/clinic.ts';
import { makeDatabases } from './demo/databases.ts';
import { addFactsForPlans } from './demo/for-plans.ts';
import { addGapAnswers } from './demo/gap-answers.ts';
import { makeKeys } from './demo/keys.ts';
import { makeMessages } from './demo/messages.ts';
import { makeNetwork } from './demo/network.ts';
import { makePeople } from './demo/people.ts';
import { addPeopleAnswers } from './demo/people-answers.ts';
import { makeRoles } from './demo/roles.ts';
import { makeServers } from './demo/servers.ts';
import { tidy } from './demo/tidy.ts';
import { makeTrails } from './demo/trails.ts';

const config = `aws:
  regions: [${regions.join(', ')}]
  accounts:
    - name: ${accountName}
      id: "${accountId}"
  maxAttempts: 2
  timeoutSeconds: 120
  concurrency: 64
checks:
  optIn: [anonymous-probe, object-acl-sample]
`;

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'demo/clinic.json' }, moto: { type: 'string' } },
});
const from = new Date();
const folder = mkdtempSync(join(tmpdir(), 'hipaa-record-'));
const moto = values.moto
  ? { endpoint: values.moto, stop: async () => {} }
  : await startMoto({ env: motoSettings });
const proxy = await startProxy({ upstream: moto.endpoint });
try {
  Object.assign(process.env, awsEnv(proxy.endpoint));
  // Ids that the emulator would draw are drawn the same each time, whatever other parts of the clinic have drawn.
  const part = (n: number) => fetch(`${moto.endpoint}/moto-api/seed?a=${n}`, { method: 'POST' });
  const sdk = sdkOf(moto.endpoint);
  const keyIds = await makeKeys(moto.endpoint);
  await makeBuckets(moto.endpoint);
  await makeDoors(moto.endpoint);
  await makePeople(moto.endpoint);
  await part(1);
  await makeRoles(moto.endpoint);
  await makeTrails(moto.endpoint);
  await part(2);
  const network = await makeNetwork(sdk);
  await part(3);
  await makeServers(sdk, network);
  await part(4);
  await makeDatabases(sdk, network);
  await part(5);
  await makeMessages(sdk, network);
  sdk.destroy();
  addAnswers(proxy, keyIds);
  addPeopleAnswers(proxy);
  addGapAnswers(proxy);

  const file = join(folder, 'hipaa.yml');
  writeFileSync(file, config);
  const database = join(folder, 'scan.db');
  const recorder = new Recorder();
  // The emulator takes seconds to begin with each service, and calls of a hundred would wait for it at once.
  await scanOnce(scanOptions(['--config', file, '--database', join(folder, 'first.db')]), new Recorder());
  // "Ninety days back" is a part of what is recorded, so the day must be the clinic's.
  mock.timers.enable({ apis: ['Date'], now: Date.parse(recordedAt) });
  const code = await scanOnce(scanOptions(['--config', file, '--database', database]), recorder);
  if (code === 0) await addFactsForPlans(recorder, loadConfig({ file, database, env: process.env }));
  mock.timers.reset();
  if (code !== 0) throw new Error(`the scan ended with ${code}`);
  writeFileSync(values.out, tidy(recorder.write('aws', recordedAt), keyIds, { from, to: new Date() }));
} finally {
  await proxy.stop();
  await moto.stop();
  rmSync(folder, { recursive: true, force: true });
}
