// A process of its own on the same file, for tests of several processes and of sudden death.
import { setImmediate as turn } from 'node:timers/promises';
import { openStore } from '../../src/store/open.ts';
import { failed, hour, passed, scanner, sighting } from '../kit/store-samples.ts';

const [verb, path = '', count = '0'] = process.argv.slice(2);
const store = await openStore(path);

switch (verb) {
  case 'append':
    for (let n = 0; n < Number(count); n++)
      await store.audit.append({
        at: hour(n % 24),
        actor: scanner,
        action: 'test',
        subject: `${process.pid}`,
        detail: { n },
      });
    break;
  case 'claim': {
    let won = 0;
    for (let n = 0; n < Number(count); n++) if (await store.deliveries.claim(`event ${n}`, hour(1))) won++;
    console.log(won);
    break;
  }
  // Opens and resolves findings for ever; says so after each commit.
  case 'churn':
    for (let n = 1; ; n++) {
      await store.transaction(async (tx) => {
        for (const part of ['a', 'b', 'c']) {
          const event = n % 2 ? failed(hour(n)) : passed(hour(n));
          const { finding, change } = await tx.findings.apply(sighting(`arn:${part}`), event, scanner);
          await turn();
          const detail = { part, n };
          const subject = finding?.fingerprint ?? '';
          await tx.audit.append({
            at: hour(n),
            actor: scanner,
            action: `finding.${change}`,
            subject,
            detail,
          });
          await turn();
        }
      });
      process.stdout.write(`${n}\n`);
    }
}
await store.close();
