import { commands } from '#commands';
import { version } from '../version.ts';

const own: readonly (readonly [usage: string, does: string])[] = [
  ['scan [options]', 'Scan the accounts now, print what fails, keep it in the database'],
  ['serve', 'Run the bot: chat, schedule, digests (npm start)'],
  ['demo', 'A terminal chat over the made-up account of a clinic (npm run demo)'],
  ['policy --read', 'Print the least-privilege IAM policy that a scan needs; --remediate: that fixes need'],
  ['inventory record', 'Write what a scan sees to a file, to be replayed with --inventory'],
];

const scanUsage = `Usage: hipaa scan [options]

  -f, --format table|json|csv|ocsf   How to write the result to standard output (table)
      --all                          Also what passes and what does not apply
      --fail-on SEVERITY             Exit 1 from this severity up: critical, high, medium, low, none (low)
      --service NAME                 Only checks of this service: s3, iam … May repeat
      --check ID                     Only this check: aws/s3/bucket-public-read. May repeat
      --account NAME|ID              Only this account. May repeat
      --region NAME                  Only resources of this region, and global ones. May repeat
  -c, --config FILE                  Configuration (hipaa.yml, if it is there)
  -d, --database FILE                SQLite file (HIPAA_DATABASE, or hipaa.db)
      --inventory FILE               Answer from a recorded inventory instead of the cloud
  -v, --verbose                      Log more to standard error

Exits 0: nothing at or above --fail-on. 1: findings. 2: could not run.
Findings whose risk was accepted do not count.
`;

const policyUsage = `Usage: hipaa policy --read|--remediate [--format json|cloudformation|terraform] [--config FILE]

  --read        The IAM policy for scanning, computed from the checks that are enabled
  --remediate   The IAM policy for fixing, one statement for each remedy, for a role of its own

Give the two to two roles: what scans cannot change anything then.
`;

const inventoryUsage = `Usage: hipaa inventory record [--out FILE] [scan options]

Scans, and writes what was seen: configuration only, no object keys, no contents, no secrets.
Replay it offline with hipaa scan --inventory FILE.
`;

const demoUsage = `Usage: hipaa demo [--walk | --teams] [--inventory FILE] [--database FILE]

The bot in this terminal, over the recorded account of a made-up clinic, or over an inventory that you recorded. It asks no
cloud, and forgets everything at the end unless --database names a file.

  --walk        Plays the whole story at once: a fix, its approval by a second person, and its undo
  --teams       In Microsoft's Agents Playground instead: two windows in the browser, one of who asks and one of who
                approves, on this machine only and without credentials
`;

const serveUsage = `Usage: hipaa serve [--config FILE] [--database FILE] [--verbose]

Runs the bot until it is told to end. Needs SLACK_BOT_TOKEN and, for Socket Mode, SLACK_APP_TOKEN; for HTTP mode,
SLACK_SIGNING_SECRET. docs/install.md tells how to get them.
`;

/** An example of the chat as it is pasted into a shell: nothing in it redirects, pipes or expands. */
export function atTerminal(example: string): string {
  const words = example.replace(/^\/hipaa\s+/, '').match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
  const safe = words
    .map((word) => word.replaceAll('"', ''))
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`));
  return ['hipaa', ...safe].join(' ');
}

/** The program's own verbs, which are not said in chat, or mean more at a terminal. */
export const ownVerbs: readonly string[] = own.map(([name]) => name.split(' ')[0] ?? name);

/** What `--help` prints. The chat's commands come from the registry that parses them. */
export function usage(verb?: string): string {
  if (verb === 'scan') return scanUsage;
  if (verb === 'policy') return policyUsage;
  if (verb === 'inventory') return inventoryUsage;
  if (verb === 'demo') return demoUsage;
  if (verb === 'serve') return serveUsage;
  const command = commands.find((c) => c.name === verb);
  if (command) {
    const examples = command.examples.map((e) => `  ${atTerminal(e)}`).join('\n');
    return `${command.summary}\n\nExamples:\n${examples}\n\n\`hipaa help ${command.name}\` tells every argument.\n`;
  }
  const chat = commands.filter((c) => !ownVerbs.includes(c.name)).map((c) => [c.name, c.summary] as const);
  const width = Math.max(...[...own, ...chat].map(([name]) => name.length));
  const lines = (list: readonly (readonly [string, string])[]) =>
    list.map(([name, does]) => `  ${name.padEnd(width)}  ${does}`).join('\n');
  return `hipaa ${version}: scans AWS accounts against HIPAA, keeps the findings, and talks about them in chat

Usage: hipaa COMMAND [options]

${lines(own)}

The chat's own commands, answered once:

${lines(chat)}

Options: --config FILE, --database FILE, --inventory FILE, --verbose; hipaa COMMAND --help tells more.
`;
}
