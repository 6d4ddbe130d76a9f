import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatAdapter } from '../chat/adapter.ts';
import { createConsole } from '../chat/console/adapter.ts';
import { dayText, listed } from '../chat/views/words.ts';
import type { Inventory } from '../cloud/recorded/inventory.ts';
import { readInventory } from '../cloud/recorded/provider.ts';
import { loadConfig } from '../config.ts';
import { ConfigError } from '../domain/errors.ts';
import { createLog } from '../log.ts';
import { build } from '../main.ts';
import { terminalActor, terminalDirectory } from '../terminal-people.ts';
import { clinic } from '../wiring/stage.ts';
import { demoTeams } from './demo-teams.ts';
import { split } from './options.ts';
import { write } from './streams.ts';
import { createWalk } from './walk.ts';

const people = [
  terminalActor('Ann', ['officer', 'admin']),
  terminalActor('Bob', ['approver']),
  terminalActor('Cem', ['viewer']),
] as const;

/** Whose account it is, and when it was seen: somebody may bring a recording of a real one. */
function about({ demo, recordedAt, accounts }: Inventory): string {
  const when = `recorded on ${dayText(recordedAt)}`;
  return demo === undefined
    ? `This is the bot on ${listed(accounts.map((a) => a.name))}, ${when}.`
    : `This is the bot on a demo account: the AWS account of ${demo}.\nIt was ${when}, and nothing in it is real.`;
}

const usage = `
Press Enter, again and again, to be walked through a fix that a second person approves. Or
type   scan                         look at the account
       findings                     what is wrong, worst first
       show F-…                     one finding (its id stands in the list)
       ack F-… 7d because …         put it off for seven days, with a reason
       fix F-…                      what would be done about it, before anything is
       approve R-…                  as somebody else than who asked for it
       undo R-…                     put back what was there, by the same road
       digest                       what the channel would read every morning
       coverage 164.312(b)          what looks at one paragraph of the rule
       attestations                 what no scan can see, and who has said that it is so
       help                         everything else
       a number                     press the button with that number
       as bob                       become Bob (there are Ann, Bob and Cem)
       quit                         leave
`;

/** The whole bot over a recorded account, in a terminal: nothing to install, configure or pay for. */
export async function demo(args: readonly string[]): Promise<number> {
  const plays = args.includes('--walk');
  const inTeams = args.includes('--teams');
  const { options, words } = split(args.filter((a) => a !== '--walk' && a !== '--teams'));
  if (words.length > 0)
    throw new ConfigError([`the demo takes no "${words[0]}": run \`hipaa demo\`, then type`]);
  const recording = options.inventory ?? clinic;
  const inventory = readInventory(recording);
  const folder = options.database === undefined ? mkdtempSync(join(tmpdir(), 'hipaa-demo-')) : null;
  const database = options.database ?? join(folder ?? '', 'demo.db');
  const config = loadConfig({ file: options.config, database, env: {}, onlyNamed: true });
  const log = createLog(options.verbose ? 'debug' : 'error');
  if (inTeams) {
    try {
      return await demoTeams({ config, log, inventory: recording, about: about(inventory) });
    } finally {
      if (folder) rmSync(folder, { recursive: true, force: true });
    }
  }
  const app = await build({
    config,
    log,
    inventory: recording,
    pace: { postEveryMs: 0, updateEveryMs: 0 },
  });
  try {
    await write(`\n${about(inventory)}\n${usage}\n`);
    const walk = createWalk(app.engine);
    const settled = async () => {
      await app.settled();
      await app.drain();
    };
    const story = { plays, next: () => settled().then(walk) };
    const terminal = createConsole({ input: process.stdin, output: process.stdout, people, story });
    // A script does not wait for a scan to end before it asks what was found; a person sees that it is running.
    const patient: ChatAdapter = {
      ...terminal,
      start: (ears) => terminal.start({ ...ears, hear: (event) => unhurried().then(() => ears.hear(event)) }),
    };
    const unhurried = async () => {
      if (plays || !process.stdin.isTTY) await settled();
    };
    app.connect(patient, terminalDirectory(people));
    await app.start({
      schedule: false,
      carriesOut: true,
      channelOf: () => ({ platform: 'terminal', team: 'local', id: 'terminal' }),
    });
    await terminal.closed;
    await app.settled();
    await app.drain();
  } finally {
    await app.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}
