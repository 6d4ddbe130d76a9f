import { writeFileSync } from 'node:fs';
import type { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { aws } from '../../src/cloud/aws/catalog.ts';
import { allChecks } from '../../src/main.ts';
import { permissionsOf, wantedBy } from '../../src/engine/wanted.ts';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { type AwsProxy, deny, startProxy } from '../kit/aws/proxy.ts';
import { iamActionOf } from '../kit/aws/wire.ts';
import { type Bot, startBot } from './kit/bot.ts';
import { type BucketName, makeBuckets, policies } from './kit/buckets.ts';
import { nameOf, type ScanDocument } from './kit/document.ts';
import { folder } from './kit/hipaa.ts';
import { ledgerOf } from './kit/ledger.ts';
import { bucketListing, recordedAnswers } from './kit/recorded.ts';
import { type Clients, clientsOf, makeAccessPoints, makeIdentities, makeKeys, makeTrail, people } from './kit/rest.ts';

const names: readonly BucketName[] = ['records-copy', 'trail-logs', 'records', 'open-policy', 'phi-open'];

describeWithMoto('faults', (moto) => {
  let proxy: AwsProxy; let s3: S3Client; let clients: Clients; let bot: Bot;
  const cwd = folder();
  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    clients = clientsOf(moto.endpoint);
    s3 = await makeBuckets(moto.endpoint, names);
    await makeIdentities(clients.iam);
    await makeKeys(clients.kms);
    await makeTrail(clients.cloudTrail);
    await makeAccessPoints(clients.s3Control);
    writeFileSync(`${cwd}/c.yml`, 'aws:\n  maxAttempts: 1\n');
    bot = await startBot({ endpoint: proxy.endpoint, database: `${cwd}/bot.db`, config: `${cwd}/c.yml` });
  });
  afterAll(async () => { vi.unstubAllEnvs(); s3.destroy(); clients.destroy(); await bot.stop(); await proxy.stop(); });
  const fresh = () => {
    proxy.reset();
  };
  const answers = () => { recordedAnswers(proxy, people, policies);
    bucketListing(proxy, Object.fromEntries(names.map((name) => [name, name === 'records-copy' ? 'us-west-2' : 'us-east-1']))); };

  test('x', async () => {
    fresh(); answers();
    let t = Date.now();
    const base = await bot.scan();
    console.log('base', Date.now() - t);
    const key = (o: {check: string; resource: string}) => `${o.check} ${nameOf(o.resource)}`;
    const baseline = new Map(base.observations.map((o) => [key(o), o]));
    const actions = JSON.parse(bot.app.services.policy.read('json')).Statement[0].Action as string[];
    const lasting = () => ledgerOf(`${cwd}/bot.db`).findings.map(({because, ...f}) => f.check_id === 'aws/exposure/public-since' ? f : {...f, because});
    const before = JSON.stringify(lasting());
    for (const action of actions) {
      fresh();
      proxy.rule({ match: (c) => c.signed && iamActionOf(c.service, c.operation) === action, fault: deny() });
      answers();
      t = Date.now();
      const seen = await bot.scan();
      const ms = Date.now() - t;
      const unknown = new Set(seen.observations.filter(o => o.status === 'unknown').map(o => o.check));
      const dependents = new Set(allChecks.filter(c => !c.optIn && permissionsOf(wantedBy(aws as never, [c])).includes(action)).map(c => c.id));
      const notUnknown = [...dependents].filter(d => !unknown.has(d));
      const extra = [...unknown].filter(d => !dependents.has(d));
      const other = seen.observations.filter(o => o.status !== 'unknown' && baseline.get(key(o))?.status !== o.status).map(o => `${key(o)} ${baseline.get(key(o))?.status}->${o.status}`);
      const sev = seen.observations.filter(o => o.status !== 'unknown' && baseline.get(key(o))?.severity !== o.severity).map(key);
      const some = [...dependents].filter(d => seen.observations.some(o => o.check === d && o.status !== 'unknown'));
      const noName = seen.observations.filter(o => o.status === 'unknown' && !o.because?.includes(action)).map(o => `${key(o)}: ${o.because}`);
      console.log(action, ms, JSON.stringify(seen.coverage.notAssessed), '\n  dependents not unknown', notUnknown.join(' '), '\n  partly', some.join(' '), '\n  extra', extra.join(' '), '\n  other', other.join(' | '), '\n  sev', sev.join('|'), '\n  noname', noName.join('|'), '\n  changed', JSON.stringify(lasting()) !== before);
    }
    expect(1).toBe(1);
  });
});
