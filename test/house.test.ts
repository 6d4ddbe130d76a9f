import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '#checks';
import { commands } from '#commands';
import { remedies } from '#remedies';
import { stale } from '../scripts/docs.ts';
import { rollOf } from '../scripts/roll.ts';
import { catalog } from '../src/cloud/catalog.ts';
import { type AnyCheck, controlOf } from '../src/domain/check.ts';
import type { AnyRemedy, Guidance } from '../src/domain/remedy.ts';
import { safeguards } from '../src/domain/safeguards.ts';

/**
 * Who may import whom. `may`: rooms and packages. `types`: rooms of which only types. Every room may import itself, and
 * Node's own modules unless `node` names the only ones. The longest room that a path begins with is its room.
 */
interface Room {
  readonly may: readonly string[];
  readonly types?: readonly string[];
  readonly node?: readonly string[];
}

const everything = ['src', 'checks', 'commands', 'remedies'];

const rooms: Readonly<Record<string, Room>> = {
  'src/domain': { may: [], node: ['node:crypto'] },
  'src/access': { may: ['ipaddr.js'], node: [] },
  'src/check.ts': { may: ['src/domain'], types: ['src/cloud/catalog.ts'], node: [] },
  'src/command.ts': { may: ['src/chat', 'src/domain'], types: ['src/engine'], node: [] },
  'src/remedy.ts': { may: ['src/domain', 'src/access'], types: ['src/cloud/catalog.ts'], node: [] },
  checks: { may: ['src/check.ts'], node: [] },
  remedies: { may: ['src/remedy.ts', 'src/access'], node: [] },
  commands: {
    may: ['src/command.ts', 'src/chat', 'src/domain'],
    types: ['src/engine'],
    node: ['node:crypto'],
  },

  'src/engine': { may: ['src/domain'], types: ['src/chat', 'src/command.ts'] },
  'src/cloud/catalog.ts': { may: ['src/cloud/aws'], node: [] },
  'src/cloud/aws': { may: ['src/domain', 'src/access', '@aws-sdk/', '@smithy/'] },
  'src/cloud/recorded': { may: ['src/domain', 'zod'] },
  'src/store': { may: ['src/domain', 'kysely', 'better-sqlite3'] },
  'src/chat': { may: ['src/domain'], types: ['src/engine', 'src/command.ts'] },
  'src/chat/slack': { may: ['src/chat', 'src/domain', '@slack/'], types: ['src/engine'] },
  'src/chat/teams': { may: ['src/chat', 'src/domain', 'botbuilder'], types: ['src/engine'] },
  'src/chat/console': { may: ['src/chat', 'src/domain'], types: ['src/engine'] },
  'src/report': { may: ['src/domain', 'src/cloud/recorded'], types: ['src/engine'] },

  'src/time': { may: ['src/domain'], node: [] },
  'src/config/words.ts': { may: ['zod', 'src/time', 'src/domain'], node: [] },
  'src/config/remediation.ts': { may: ['zod', 'src/config/words.ts', 'src/time'], node: [] },
  'src/config/schema.ts': {
    may: ['zod', 'src/config/words.ts', 'src/config/remediation.ts', 'src/domain'],
    node: [],
  },
  'src/config.ts': { may: [...everything, 'yaml'], types: ['zod'] },
  'src/config/problems.ts': { may: [...everything, 'node-cron'] },
  'src/one-time-codes.ts': { may: ['otpauth', 'qrcode'], types: ['src/engine'], node: [] },
  'src/vault.ts': { may: ['src/domain'], node: ['node:crypto'] },
  'src/schedule.ts': { may: [...everything, 'node-cron'] },
  'src/log.ts': { may: ['pino', 'pino-pretty'] },
  'src/health.ts': { may: [...everything, 'prom-client'] },
  src: { may: everything },
};

const aliases: Readonly<Record<string, string>> = {
  '#checks': 'checks/index.ts',
  '#commands': 'commands/index.ts',
  '#remedies': 'remedies/index.ts',
};

interface Import {
  readonly file: string;
  readonly spec: string;
  /** A path in this repository, or a package's specifier. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const sources = globSync('{src,checks,commands,remedies}/**/*.{ts,mjs}').sort();
const textOf = (file: string) => readFileSync(file, 'utf8');
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

function resolve(file: string, spec: string): string {
  if (spec.startsWith('.')) return posix.join(posix.dirname(file), spec);
  if (spec.startsWith('#src/')) return `src/${spec.slice(5)}.ts`;
  return aliases[spec] ?? spec;
}

/** `import … from`, `export … from`, `import('…')` in code and in types, and a bare `import '…'`. */
function importsOf(file: string): readonly Import[] {
  const text = code(textOf(file));
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?([^;'"]*?from\s*)?'([^']+)'/gm);
  const calls = text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g);
  const named = [...statements].map(([, type, names = '', spec = '']) => {
    const braces = /^\{([\s\S]*)\}\s*from/
      .exec(names.trim())?.[1]
      ?.split(',')
      .filter((n) => n.trim() !== '');
    const typeOnly = type !== undefined || (braces?.every((n) => /^\s*type\s/.test(n)) ?? false);
    return { file, spec, to: resolve(file, spec), typeOnly };
  });
  const called = [...calls].map(({ 1: spec = '', index, input }) => {
    const awaited = /(?:await|return|=>|\()\s*$/.test(input.slice(Math.max(0, index - 12), index));
    return { file, spec, to: resolve(file, spec), typeOnly: !awaited };
  });
  return [...named, ...called];
}

const within = (path: string, room: string): boolean =>
  path === room || path.startsWith(room.endsWith('/') ? room : `${room}/`);

const roomOf = (path: string): string =>
  Object.keys(rooms)
    .filter((room) => within(path, room))
    .sort((a, b) => b.length - a.length)[0] ?? '';

/** A room's name stands for itself and not for the rooms within it, except for those who may import everything. */
function allows(list: readonly string[], to: string): boolean {
  if (list.includes('src') && /^(src|checks|commands|remedies)\//.test(to)) return true;
  const room = roomOf(to);
  return list.some((entry) => (room === '' ? within(to, entry) : entry === room || entry === to));
}

function faultOf({ file, to, typeOnly }: Import): string | null {
  const name = roomOf(file);
  const room = rooms[name];
  if (!room) return `${file} is in no room`;
  if (to.startsWith('node:'))
    return !room.node || room.node.includes(to) ? null : `${file} imports ${to}: ${name} is pure`;
  if (roomOf(to) === name || allows(room.may, to)) return null;
  if (!allows(room.types ?? [], to)) return `${file} imports ${to}: ${name} may not`;
  return typeOnly ? null : `${file} imports ${to}: ${name} may import only its types`;
}

const imports = sources.flatMap(importsOf);

describe('the import map', () => {
  test('is kept', () => {
    expect(imports.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
  });

  test('sees imports at all', () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(imports.filter((i) => i.typeOnly).length).toBeGreaterThan(100);
  });

  const tried = (file: string, spec: string, typeOnly = false) =>
    faultOf({ file, spec, to: resolve(file, spec), typeOnly }) !== null;

  test.each([
    ['src/domain/check.ts', '../engine/evaluate.ts', true],
    ['src/domain/check.ts', 'node:fs', true],
    ['src/access/acl.ts', '../domain/check.ts', true],
    ['src/engine/inspect.ts', '../store/open.ts', true],
    ['src/engine/inspect.ts', '../cloud/aws/provider.ts', true],
    ['src/store/open.ts', '../engine/context.ts', true],
    ['src/chat/router.ts', '../engine/run-scan.ts', true],
    ['src/chat/router.ts', './slack/render.ts', true],
    ['src/cloud/recorded/provider.ts', '../aws/provider.ts', true],
    ['src/cloud/aws/session.ts', 'kysely', true],
    ['src/engine/inspect.ts', '@aws-sdk/client-s3', true],
    ['src/report/ocsf.ts', '../engine/inspect.ts', true],
    ['src/main.ts', 'pino', true],
    ['checks/aws/s3/x.ts', '#src/domain/check', true],
    ['checks/aws/s3/x.ts', '../s3/y.ts', false],
    ['commands/x.ts', '#src/chat/slack/render', true],
    ['commands/x.ts', '#src/store/open', true],
    ['src/cloud/aws/session.ts', '../../access/index.ts', false],
    ['src/main.ts', './store/open.ts', false],
    ['src/cli/serve.ts', '../chat/slack/adapter.ts', false],
  ])('%s → %s is refused: %s', (file, spec, refused) => {
    expect(tried(file, spec)).toBe(refused);
  });

  test('types pass where values do not', () => {
    expect(tried('src/chat/router.ts', '../engine/services.ts', true)).toBe(false);
    expect(tried('src/chat/router.ts', '../engine/services.ts', false)).toBe(true);
  });

  test('relative imports carry .ts, aliases carry none, and both lead somewhere', () => {
    const lost = imports.filter(({ file, spec, to }) => {
      if (spec.startsWith('.'))
        return !/\.(ts|mjs|js)$/.test(spec) || (!existsSync(to) && !file.endsWith('.mjs'));
      return spec.startsWith('#') && (spec.endsWith('.ts') || !existsSync(to));
    });
    expect(lost).toEqual([]);
  });

  test('every package that is imported is a dependency, and the other way about', () => {
    const { dependencies } = JSON.parse(textOf('package.json'));
    const used = imports
      .map(({ to }) => to)
      .filter((to) => !/^(node:|src\/|checks\/|commands\/|remedies\/)/.test(to));
    const names = new Set(used.map((to) => to.split('/', to.startsWith('@') ? 2 : 1).join('/')));
    // `node` is no import: it is the program that runs all of it.
    expect([...names, 'node'].sort()).toEqual(Object.keys(dependencies).sort());
  });
});

const all = checks as readonly AnyCheck[];
const checkFiles = sources.filter((f) => f.startsWith('checks/') && f !== 'checks/index.ts');
const remedyFiles = sources.filter((f) => f.startsWith('remedies/') && f !== 'remedies/index.ts');
const cures = remedies as readonly (AnyRemedy | Guidance)[];
/** Steps for a person are words: there is nothing to be asked in a table. */
const tabledRemedies = cures.filter((r) => !('steps' in r)).map((r) => `remedies/${r.id}.ts`);
const commandFiles = sources.filter((f) => f.startsWith('commands/') && f !== 'commands/index.ts');

describe('the rolls', () => {
  test.each(['checks', 'commands', 'remedies'] as const)('%s/index.ts is the roll of its folder', (room) => {
    expect(textOf(`${room}/index.ts`)).toBe(rollOf(room));
  });

  test('are not empty', () => {
    expect(all.length).toBeGreaterThan(30);
    expect(commands.length).toBeGreaterThan(5);
  });

  test("a check's id is its path", () => {
    expect(all.map((c) => `checks/${c.id}.ts`).sort()).toEqual(checkFiles);
  });

  test("a command's name is its file's", () => {
    expect(commands.map((c) => `commands/${c.name}.ts`)).toEqual(commandFiles);
  });

  test("a remedy's id is its path, and it cures checks that exist", () => {
    expect(cures.map((r) => `remedies/${r.id}.ts`).sort()).toEqual(remedyFiles);
    const ids = new Set(all.map((c) => c.id));
    expect(cures.flatMap((r) => r.cures).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('every check has a remedy, or steps for a person', () => {
    const cured = new Set(cures.flatMap((r) => r.cures));
    expect(all.map((c) => c.id).filter((id) => !cured.has(id))).toEqual([]);
  });

  test('every check, command and remedy has one table of tests, at the mirrored path', () => {
    const tables = [...checkFiles, ...commandFiles, ...tabledRemedies].map(
      (f) => `test/${f.replace(/\.ts$/, '.test.ts')}`,
    );
    expect(tables.filter((t) => !existsSync(t))).toEqual([]);
  });

  test('no table without its check or command', () => {
    const tables = globSync('test/{checks,commands}/**/*.test.ts');
    const orphans = tables.filter((t) => !existsSync(t.slice('test/'.length).replace(/\.test\.ts$/, '.ts')));
    expect(orphans).toEqual([]);
  });
});

interface Control {
  readonly id: string;
  readonly severity: string;
  readonly citations: readonly string[];
}

/** Checks that differ from their control in severity or citations, each with the reason. */
const departures: Readonly<Record<string, string>> = {};

describe('checks and controls', () => {
  const pageOfChecks = textOf('docs/checks.md');
  const controls = new Map(
    (JSON.parse(textOf('data/controls.json')) as readonly Control[]).map((c) => [c.id, c]),
  );

  test.each(all.map((c) => [c.id, c] as const))(
    '%s is a control with its severity and citations',
    (id, check) => {
      const control = controls.get(controlOf(check));
      expect(control, `data/controls.json has no ${controlOf(check)}`).toBeDefined();
      if (departures[id]) return;
      expect({ severity: check.severity, citations: [...check.controls].sort() }).toEqual({
        severity: control?.severity,
        citations: [...(control?.citations ?? [])].sort(),
      });
    },
  );

  test('every departure is of a check that exists', () => {
    const ids = new Set(all.map((c) => c.id));
    expect(Object.keys(departures).filter((id) => !ids.has(id))).toEqual([]);
  });

  test.each(all.map((c) => [c.id, c] as const))(
    '%s cites the rule, and asks what can be known',
    (_, check) => {
      expect(check.controls.length).toBeGreaterThan(0);
      for (const citation of check.controls) expect(safeguards).toHaveProperty([citation]);
      const kind = (catalog as Readonly<Record<string, { facts: object }>>)[check.kind];
      for (const fact of check.facts) expect(kind?.facts).toHaveProperty([fact]);
      expect(pageOfChecks).toContain(`### ${check.id}\n\n${check.title}.`);
      expect(check.title).toMatch(/^[A-Z].*[^.]$/);
      expect(check.id).not.toMatch(/\/(ensure|no)-/);
    },
  );
});

test('the pages of docs/ that are written from the code say what the code says', () => {
  expect(stale(), 'run npm run docs').toEqual([]);
});

describe('every file', () => {
  const ours = globSync('{src,checks,commands,remedies,test,scripts,bench}/**/*.{ts,mjs}').sort();
  const written = ours.filter((f) => f !== 'test/house.test.ts');
  const matching = (files: readonly string[], pattern: RegExp) =>
    files.filter((f) => pattern.test(textOf(f)));

  test('is named in kebab-case', () => {
    expect(
      ours.filter((f) => !/^[a-z0-9-]+(\.test|\.test-d|\.generated)?\.(ts|mjs)$/.test(posix.basename(f))),
    ).toEqual([]);
  });

  test('leaves nothing for later', () => {
    expect(matching(written, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });

  test('runs all of its tests', () => {
    expect(matching(written, /\b(test|it|describe|suite)\.only\b/)).toEqual([]);
  });

  test('says no enum and no namespace', () => {
    expect(
      ours.filter((f) =>
        /^\s*(export\s+)?(declare\s+)?(const\s+)?(enum|namespace)\s+\w/m.test(code(textOf(f))),
      ),
    ).toEqual([]);
  });

  test('of a check trusts its types: no any, nothing silenced', () => {
    const loose = /:\s*any\b|<any\b|\bany\[\]|\bas (any|unknown|never)\b|@ts-|biome-ignore/;
    expect(matching(checkFiles, loose)).toEqual([]);
  });

  test('of a check or command fits on a few screens', () => {
    expect([...checkFiles, ...commandFiles].filter((f) => textOf(f).split('\n').length > 200)).toEqual([]);
  });
});
