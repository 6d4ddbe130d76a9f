import { spawnSync } from 'node:child_process';
import { type Inventory, inventorySchema } from '../../src/cloud/recorded/inventory.ts';
import { demo, home, regions } from './clinic.ts';
import { type KeyName, keys } from './keys.ts';
import { people } from './people.ts';

/** When everything was made that the emulator dates by its own clock. */
const madeAt = Date.parse('2026-11-16T10:30:00Z');
const dayMs = 86_400_000;

/** What the emulator says of its own day, place and addresses, as AWS would say it of the clinic. */
function lent(text: string, from: Date, to: Date): string {
  let addresses = 0;
  const known = new Map<string, string>();
  return text
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, (told) => {
      const since = Date.parse(told) - from.getTime();
      // Now, or a month from now, when a secret is to rotate.
      const days = Math.floor((since + 1000) / dayMs);
      const isOfEmulator =
        (days === 0 || days === 30) && since - days * dayMs <= to.getTime() - from.getTime() + 1000;
      return isOfEmulator ? new Date(madeAt + days * dayMs).toISOString() : told;
    })
    .replace(/(rds:[\w-]+?)-\d{4}(?:-\d\d){4}/g, '$1-2026-11-20-05-10')
    .replace(/http:\/\/127\.0\.0\.1:\d+(?=\/\d{12}\/)/g, `https://sqs.${home}.amazonaws.com`)
    .replace(/54\.214\.\d+\.\d+/g, (told) => {
      // Addresses that are kept for examples.
      const given = known.get(told) ?? `203.0.113.${20 + addresses++}`;
      known.set(told, given);
      return given;
    });
}

/** Whether the people behind the users are still there, which the chat would tell. */
function standings(kind: string, id: string): object {
  if (kind !== 'aws.iam.user' && kind !== 'aws.iam.accessKey') return {};
  const [, user = ''] = /:user\/([^/]+)/.exec(id) ?? [];
  return { standing: { known: true, value: people[user]?.standing ?? 'unmatched' } };
}

/** The recording with fixed ids instead of the emulator's, in an order that no race decides. */
export function tidy(
  document: string,
  keyIds: Readonly<Record<KeyName, string>>,
  { from, to }: { readonly from: Date; readonly to: Date },
): string {
  const named = Object.entries(keyIds).reduce(
    (text, [name, id]) => text.replaceAll(id, keys[name as KeyName].id),
    lent(document, from, to),
  );
  const { format, provider, recordedAt, accounts } = inventorySchema.parse(JSON.parse(named));
  const inventory: Inventory = {
    format,
    provider,
    recordedAt,
    demo,
    accounts: accounts.map((account) => ({
      ...account,
      regions: [...regions],
      listings: inOrder(account.listings, ({ kind, region }) => `${kind} ${region}`),
      resources: inOrder(
        account.resources.filter(isThere),
        ({ kind, subject }) => `${kind} ${subject.id}`,
      ).map((resource) => ({
        ...resource,
        facts: {
          ...resource.facts,
          ...standings(resource.kind, resource.subject.id),
        } as typeof resource.facts,
      })),
    })),
  };
  return formatted(JSON.stringify(inventory));
}

/** The emulator keeps the network ACLs of networks that are gone; every other bears a name. */
const isThere = ({ kind, subject }: { kind: string; subject: Readonly<Record<string, unknown>> }): boolean =>
  kind !== 'aws.ec2.networkAcl' || `${subject['name']}`.startsWith('lakeside-');

const inOrder = <T>(list: readonly T[], key: (one: T) => string): T[] =>
  [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));

/** As the linter wants every file of the project: short facts on one line. */
function formatted(text: string): string {
  const { status, stdout, stderr } = spawnSync(
    'node_modules/.bin/biome',
    ['format', '--stdin-file-path=demo/clinic.json'],
    { input: text, encoding: 'utf8', maxBuffer: 20_000_000 },
  );
  if (status !== 0) throw new Error(`the recording could not be formatted: ${stderr}`);
  return stdout;
}
