/** The README's pictures: the real views over the demo account, as Slack shows them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '#src/config';
import type { Message } from '#src/domain/message';
import { createLog } from '#src/log';
import { build } from '#src/main';
import { terminalActor, terminalDirectory } from '#src/terminal-people';
import { runScan } from '../src/engine/run-scan.ts';
import { remediationPictures } from './pictures-remediation.ts';
import type { Picture } from './preview.ts';

/** Messages of a day with the demo account: a card, a form, a digest. */
export async function pictures(): Promise<readonly Picture[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hipaa-pictures-'));
  const config = loadConfig({ database: join(folder, 'demo.db'), env: {}, onlyNamed: true });
  const app = await build({ config, log: createLog('error'), inventory: 'demo/clinic.json' });
  const ann = terminalActor('Ann', ['officer', 'admin']);
  app.connect(
    {
      name: 'terminal',
      start: async () => {},
      post: async () => ({ outcome: 'sent', ref: null }),
      update: async () => ({ outcome: 'sent', ref: null }),
      find: async () => null,
      healthy: () => true,
      stop: async () => {},
    },
    terminalDirectory([ann]),
  );
  let n = 0;
  const channel = { platform: 'terminal' as const, team: 'local', id: 'compliance' };
  const say = (says: string): Promise<Message> =>
    app.ears.hear({ key: `picture:${n++}`, actor: ann, channel, says });
  try {
    const outcome = await runScan(app.engine, {
      id: 'S-4f81c02e',
      filter: { accounts: [], regions: [], services: [], checks: [] },
      by: 'terminal:local:ann',
      signal: new AbortController().signal,
    });
    if ('refused' in outcome) throw new Error(outcome.refused);
    const { findings } = await app.services.findings.find({
      status: 'open',
      checks: ['aws/s3/bucket-public-read'],
    });
    const phi = findings.find((f) => f.resource.includes('lab'))?.handle ?? findings[0]?.handle ?? '';
    const before = await say(`show ${phi}`);
    const form = app.ears.form(`ack ${phi}`);
    await say(`ack ${phi} 7d because the lab moves to signed links on Friday`);
    const digest = await say('digest');
    const paragraph = await say('coverage 164.312(b)');
    await say('attest risk-analysis document:https://docs.example.com/risk-2026');
    const attestations = await say('attestations');
    return [
      ...remediationPictures(),
      { name: 'finding', messages: [{ message: before, privately: true, asked: `/hipaa show ${phi}` }] },
      ...(form ? [{ name: 'acknowledge', form }] : []),
      { name: 'digest', messages: [{ message: digest }] },
      {
        name: 'coverage',
        messages: [{ message: paragraph, privately: true, asked: '/hipaa coverage 164.312(b)' }],
      },
      {
        name: 'attestations',
        messages: [{ message: attestations, privately: true, asked: '/hipaa attestations' }],
      },
    ];
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
