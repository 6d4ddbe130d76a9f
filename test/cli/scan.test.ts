import { spawnSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checked, documentOf } from '../story/kit/document.ts';
import { folder, hipaa, type Place, program, sentences } from '../story/kit/hipaa.ts';
import { writeRecording } from '../story/kit/recording.ts';

const cwd = folder();
const offline = { AWS_EC2_METADATA_DISABLED: 'true', AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
const place = (env: Readonly<Record<string, string>> = {}): Place => ({
  cwd,
  env: { ...offline, HIPAA_DATABASE: `${cwd}/hipaa.db`, ...env },
});
/** Of the checks of keys, those whose answers the recordings hold. */
const keysOnly = `${cwd}/keys-only.yml`;
writeFileSync(
  keysOnly,
  'checks: { only: [aws/kms/key-pending-deletion, aws/kms/key-public, aws/kms/key-rotation] }\n',
);
const kms = ['--service', 'kms', '--config', keysOnly];
const mixed = writeRecording(`${cwd}/three.json`, ['doomed', 'still', 'well']);
const scan = (...args: string[]) => hipaa(['scan', '--inventory', mixed, ...kms, ...args], place());

test('the table is for people: worst first, totals at the end, and no colour in a pipe', async () => {
  const { out, err } = await scan();
  expect(err).toBe('');
  const lines = out.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^severity +finding +check +resource +what was seen$/);
  expect(lines[1]).toMatch(/^critical +F-\w+ +aws\/kms\/key-pending-deletion .*to be deleted on 2026-12-01$/);
  expect(lines[2]).toMatch(/^medium +F-\w+ +aws\/kms\/key-rotation .*automatic rotation is off$/);
  expect(lines.at(-3)).toMatch(
    /^Scan S-[0-9a-f]{8} of clinic \(111122223333\): 3 resources, 0 API calls, finished\.$/,
  );
  expect(lines.at(-2)).toMatch(/^Looked for regional resources in /);
  expect(lines.at(-1)).toBe('2 questions fail; 9 of 9 were assessed.');
  expect(out.includes('\u001b')).toBe(false);
});

test('json is the document of the contract', async () => {
  const shown = documentOf(await scan('--format', 'json'));
  expect(shown.observations.map(({ status }) => status)).toEqual(['fail', 'fail']);
  const all = documentOf(await scan('-f', 'json', '--all'));
  expect(all.observations.map(({ status }) => status)).toEqual([
    ...['fail', 'fail'],
    ...Array(6).fill('pass'),
    'notApplicable',
  ]);
  expect(all.coverage).toEqual({ assessed: 9, notAssessed: [] });
});

test("the chat's own grammar names the options too", async () => {
  const args = ['service:kms', 'account=clinic', 'format:json', 'fail-on:none', '--inventory', mixed];
  const ended = await hipaa(['scan', ...args], place({ HIPAA_CONFIG: keysOnly }));
  expect([ended.code, ended.err]).toEqual([0, '']);
  expect(checked(JSON.parse(ended.out)).observations).toHaveLength(2);
});

test('csv has one row per answer', async () => {
  const { out } = await scan('--format', 'csv');
  const rows = out.trimEnd().split('\r\n');
  expect(rows[0]).toBe('status,severity,check,resource,account,region,controls,because,finding');
  expect(rows).toHaveLength(3);
  expect(rows[1]).toMatch(/^fail,critical,aws\/kms\/key-pending-deletion,arn:aws:kms:/);
});

test('ocsf is an array of compliance findings', async () => {
  const events = JSON.parse((await scan('--format', 'ocsf', '--all')).out);
  expect(events).toHaveLength(9);
  expect(new Set(events.map((e: { class_uid: number }) => e.class_uid))).toEqual(new Set([2003]));
  expect(events[0]).toMatchObject({ compliance: { status: 'Fail' }, severity: 'Critical' });
});

test.each([
  ['mixed', [], 1],
  ['mixed', ['--fail-on', 'critical'], 1],
  ['mixed', ['--fail-on', 'none'], 0],
  ['still', [], 1],
  ['still', ['--fail-on', 'medium'], 1],
  ['still', ['--fail-on', 'high'], 0],
  ['well', [], 0],
] as const)('keys that are %s, %j: exit %i', async (which, args, code) => {
  const keys = which === 'mixed' ? (['doomed', 'still'] as const) : [which];
  const inventory = writeRecording(`${cwd}/${which}.json`, keys);
  const database = `${cwd}/${which}.db`;
  const ended = await hipaa(['scan', '--inventory', inventory, ...kms, '-d', database, ...args], place());
  expect([ended.code, ended.err]).toEqual([code, '']);
});

test('a risk that was accepted does not fail the scan; it still stands in the list', async () => {
  const inventory = writeRecording(`${cwd}/accepted.json`, ['still']);
  const own = { ...place({ HIPAA_DATABASE: `${cwd}/accepted.db` }) };
  const first = documentOf(await hipaa(['scan', '--inventory', inventory, ...kms, '-f', 'json'], own));
  const handle = first.observations[0]?.finding ?? '';
  const words = [
    'accept',
    handle,
    'until',
    '2027-01-31',
    'reason:"replaced by the new key in January"',
    'control:"read by one role only"',
  ];
  const accepted = await hipaa(words, own);
  expect(accepted.code, accepted.out + accepted.err).toBe(0);
  const second = await hipaa(['scan', '--inventory', inventory, ...kms, '-f', 'json'], own);
  expect([second.code, documentOf(second).observations]).toEqual([0, first.observations]);
});

test('what could not be asked is said, and neither passes nor fails', async () => {
  const { code, out, err } = await hipaa(
    ['scan', '--inventory', mixed, '--fail-on', 'none', '-f', 'json'],
    place(),
  );
  expect([code, err]).toEqual([0, '']);
  const { coverage, observations } = checked(JSON.parse(out));
  expect(coverage.assessed).toBe(9);
  expect(coverage.notAssessed).toMatchObject([{ reason: 'notRecorded', permission: null }]);
  expect(observations.filter(({ status }) => status === 'unknown').length).toBeGreaterThan(50);
});

test('--database is stronger than HIPAA_DATABASE, and that than the configuration', async () => {
  const config = `${cwd}/database.yml`;
  writeFileSync(config, `database: ${cwd}/configured.db\n`);
  const common = ['scan', '--inventory', mixed, ...kms, '--config', config];
  const made = () =>
    ['configured', 'environment', 'option'].filter((name) => existsSync(`${cwd}/${name}.db`));
  await hipaa(common, { cwd, env: offline });
  expect(made()).toEqual(['configured']);
  await hipaa(common, { cwd, env: { ...offline, HIPAA_DATABASE: `${cwd}/environment.db` } });
  expect(made()).toEqual(['configured', 'environment']);
  await hipaa([...common, `--database=${cwd}/option.db`], place({ HIPAA_DATABASE: `${cwd}/environment.db` }));
  expect(made()).toEqual(['configured', 'environment', 'option']);
  expect(statSync(`${cwd}/option.db`).mode & 0o077).toBe(0);
});

test('standard output holds the document alone; the log goes to standard error', async () => {
  const ended = await scan('--format', 'json', '--verbose');
  documentOf(ended);
  for (const line of ended.err.split('\n').filter((l) => l !== ''))
    expect(JSON.parse(line)).toMatchObject({ app: 'hipaa' });
});

test.each(['--format json', '--format table', '--format csv'])(
  '%s into `head -1` ends without a stack trace',
  (format) => {
    const many = writeRecording(`${cwd}/many.json`, Array(400).fill('still'));
    const command = `"${process.execPath}" "${program}" scan --inventory "${many}" ${format} --all --service kms -d "${cwd}/many.db"`;
    const { stdout, stderr } = spawnSync('sh', ['-c', `{ ${command}; echo "exit $?" >&2; } | head -1`], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...offline },
      cwd,
    });
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toBe('exit 1\n');
  },
);

test.each([
  [['scan', '--nope'], "Unknown option '--nope'"],
  [
    ['scan', 'extra'],
    '"extra" means nothing here: write service:s3 or --service s3; `hipaa scan --help` lists the options.',
  ],
  [['scan', 'format:xml'], '--format takes table, json, csv, ocsf; not "xml"'],
  [['policy', 'format:yaml'], '--format takes json, cloudformation, terraform; not "yaml"'],
  [
    ['policy', 'terraform'],
    '"terraform" means nothing here: write format:terraform or --format terraform; `hipaa policy --help` lists the options.',
  ],
  [['scan', '--check'], "Option '--check <value>' argument missing"],
  [['scan', '--all=yes'], "Option '--all' does not take an argument"],
  [['scan', '--format', 'xml'], '--format takes table, json, csv, ocsf; not "xml"'],
  [['scan', '--fail-on', 'severe'], '--fail-on takes critical, high, medium, low, none; not "severe"'],
  [
    ['scan', '--inventory', 'nowhere.json'],
    'nowhere.json cannot be read: name a file that `hipaa inventory record` wrote',
  ],
  [
    ['scan', '--config', 'nowhere.yml'],
    'nowhere.yml is not there. Name another file with --config or HIPAA_CONFIG.',
  ],
  [['scan', '--inventory', mixed, '--database', cwd], `${cwd} is a folder: name a file inside it.`],
  [
    ['scan', '--inventory', mixed, '--database', mixed],
    `${mixed} is not a database: name another file, or move this one away.`,
  ],
  [['inventory'], 'say `hipaa inventory record [--out FILE]`'],
  [['inventory', 'record', '--out'], '--out needs the name of a file'],
  [['policy', '--format', 'yaml'], '--format takes json, cloudformation, terraform; not "yaml"'],
  [['findings', '--database'], '--database needs a value'],
  [['frobnicate'], 'There is no command "frobnicate". `hipaa --help` lists them.'],
])('%j is refused in one sentence, with exit 2', async (args, sentence) => {
  const ended = await hipaa(args, place());
  expect([ended.code, ended.out, sentences(ended)]).toEqual([2, '', [`hipaa: ${sentence}`]]);
});
