import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32, inflateSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { afterAll, expect, test } from 'vitest';
import { commands } from '#commands';
import { colorIcon, outlineIcon } from '../../scripts/teams/icons.ts';
import { manifest, offered, placeholders } from '../../scripts/teams/manifest.ts';
import { zip } from '../../scripts/teams/zip.ts';
import { ownOf, packaged } from '../../scripts/teams-package.ts';

const own = {
  appId: '99999999-cccc-4ccc-8ccc-999999999999',
  developer: 'Lakeside "IT"',
  website: 'https://lakeside.example/',
};
const {
  id: _,
  $schema: __,
  ...official
} = JSON.parse(readFileSync(new URL('../kit/teams/manifest/schema-1.30.json', import.meta.url), 'utf8'));
// Draft 4, of which nothing but the name of `id` differs in what is used here.
const valid = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(official);
const kept = (): any => JSON.parse(readFileSync('teams/manifest.json', 'utf8'));

/** Reads a zip by its directory, as a stranger would. */
function unzipped(bytes: Buffer): Record<string, Buffer> {
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  const out: Record<string, Buffer> = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < bytes.readUInt16LE(end + 10); n++) {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    const [size, length] = [bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
    const data = bytes.subarray(local + 30 + length, local + 30 + length + size);
    expect(crc32(data)).toBe(bytes.readUInt32LE(at + 16));
    out[bytes.toString('utf8', at + 46, at + 46 + length)] = data;
    at += 46 + length;
  }
  expect(at).toBe(end);
  return out;
}

/** The pixels' alpha and colour, from the bytes of a PNG that filters nothing. */
function pixels(file: Buffer): { size: number; at(x: number, y: number): readonly number[] } {
  const size = file.readUInt32BE(16);
  expect(file.readUInt32BE(20)).toBe(size);
  const start = file.indexOf('IDAT') + 4;
  const rows = inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)));
  return { size, at: (x, y) => [...rows.subarray(y * (size * 4 + 1) + 1 + x * 4).subarray(0, 4)] };
}

const folder = mkdtempSync(join(tmpdir(), 'hipaa-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the manifest is valid by Microsoft’s schema of its version', () => {
  expect([valid(manifest(own)), valid.errors]).toEqual([true, null]);
});

test.each([
  ['no app id', { id: '' }],
  ['placeholders that were not filled in', { id: placeholders.appId }],
  ['another version of the schema', { manifestVersion: '1.29' }],
  ['a word that it does not know', { surprise: true }],
  ['a name that is too long', { name: { short: 'x'.repeat(31), full: 'x' } }],
])('the schema refuses %s', (_, wrong) => {
  expect(valid({ ...manifest(own), ...wrong })).toBe(false);
});

test('teams/manifest.json is what the commands and the version make; else run `npm run teams:package -- --write`', () => {
  expect(kept()).toEqual(manifest(placeholders));
});

test('offers ten commands at most, each of them ours, in every scope', () => {
  const [{ scopes, commandLists }] = kept().bots;
  expect(scopes).toEqual(['personal', 'team', 'groupChat']);
  expect(commandLists.flatMap((list: any) => list.scopes)).toEqual(scopes);
  expect(offered.length).toBeLessThanOrEqual(10);
  for (const { commands: listed } of commandLists)
    expect(listed.map((one: any) => one.title)).toEqual([...offered]);
  expect(offered.every((name) => commands.some((one) => one.name === name))).toBe(true);
  expect(kept().validDomains).toEqual([]);
});

test('the icons are of the sizes that Teams wants, and the small one is white on nothing', () => {
  for (const [name, made, size] of [
    ['color.png', colorIcon(), 192],
    ['outline.png', outlineIcon(), 32],
  ] as const) {
    const file = readFileSync(`teams/${name}`);
    expect(pixels(file).size).toBe(size);
    expect(pixels(file).at(size / 2, size / 2)).toEqual(pixels(made).at(size / 2, size / 2));
  }
  const outline = pixels(readFileSync('teams/outline.png'));
  expect(outline.at(0, 0)[3]).toBe(0);
  expect(outline.at(16, 15)).toEqual([255, 255, 255, 255]);
  expect(pixels(readFileSync('teams/color.png')).at(0, 0)).toEqual([0x1f, 0x3a, 0x5f, 255]);
});

test('the package opens again, with everything filled in', () => {
  const files = unzipped(packaged(own));
  expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
  const text = String(files['manifest.json']);
  expect(text).not.toContain('{{');
  expect(JSON.parse(text)).toEqual(manifest(own));
  expect(files['color.png']).toEqual(readFileSync('teams/color.png'));
  expect(packaged(own)).toEqual(packaged(own));
});

test('a zip of nothing is a zip', () => {
  expect(unzipped(zip([]))).toEqual({});
});

test.each([
  ['no app id', {}, /TEAMS_APP_ID/],
  ['a name for an app id', { TEAMS_APP_ID: 'hipaa' }, /TEAMS_APP_ID/],
  ['a name of 33 characters', { TEAMS_APP_ID: own.appId, TEAMS_DEVELOPER_NAME: 'x'.repeat(33) }, /shorten/],
  ['a website without TLS', { TEAMS_APP_ID: own.appId, TEAMS_DEVELOPER_URL: 'http://a.example' }, /https/],
])('%s is refused with what to do', (_, env, says) => {
  expect(ownOf(env)).toMatch(says);
});

test('a name of 32 characters is taken', () => {
  const env = { TEAMS_APP_ID: own.appId.toUpperCase(), TEAMS_DEVELOPER_NAME: 'x'.repeat(32) };
  expect(ownOf(env)).toMatchObject({ appId: own.appId, developer: 'x'.repeat(32) });
});

test('the program writes dist/hipaa-teams.zip where it is run', () => {
  const env = { PATH: process.env['PATH'], TEAMS_APP_ID: own.appId };
  const args = [resolve('scripts/teams-package.ts')];
  const made = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toContain('dist/hipaa-teams.zip is ready');
  const text = String(unzipped(readFileSync(join(folder, 'dist/hipaa-teams.zip')))['manifest.json']);
  expect(JSON.parse(text).bots[0].botId).toBe(own.appId);
  const refused = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { PATH: env.PATH },
    encoding: 'utf8',
  });
  expect(refused).toMatchObject({ status: 2, stdout: '' });
});
