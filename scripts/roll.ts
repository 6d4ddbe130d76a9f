/** Writes the rolls of `checks/`, `commands/` and `remedies/` from what lies in the folders. `--check` only compares. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';

const camel = (path: string) => path.replace(/[-/.](\w)/g, (_, letter: string) => letter.toUpperCase());

const rooms = ['checks', 'commands', 'remedies'] as const;

const comments: Readonly<Record<(typeof rooms)[number], string>> = {
  checks:
    '/** Every check, in order of its id. Written by `npm run new:check`; the house test holds it against the folder. */',
  commands:
    '/** Every command, in order of its name. Written by `npm run new:command`; the house test holds it against the folder. */',
  remedies:
    '/** Every remedy, in order of its id. Written by `node scripts/roll.ts`; the house test holds it against the folder. */',
};

export function rollOf(room: (typeof rooms)[number]): string {
  const files = globSync(`${room}/**/*.ts`)
    .map((f) => f.replaceAll('\\', '/').slice(room.length + 1, -3))
    .filter((f) => f !== 'index')
    .sort();
  // The provider's name is dropped from the identifiers: two clouds that share a service name would clash loudly.
  const name = (f: string) => camel(room === 'commands' ? `${f}-command` : f.replace(/^aws\//, ''));
  const imports = files.map((f) => `import ${name(f)} from './${f}.ts';`);
  const list = files.map((f) => `  ${name(f)},`).join('\n');
  return `${imports.join('\n')}\n\n${comments[room]}\nexport const ${room} = [\n${list}\n] as const;\n`;
}

if (import.meta.main) {
  for (const room of rooms) {
    const path = `${room}/index.ts`;
    const roll = rollOf(room);
    if (process.argv.includes('--check')) {
      if (readFileSync(path, 'utf8') !== roll) {
        console.error(`${path} is not the roll of its folder: run node scripts/roll.ts`);
        process.exitCode = 1;
      }
    } else writeFileSync(path, roll);
  }
}
