/** `npm run new:command assign` writes a command and its table of tests, and puts it on the roll. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { rollOf } from './roll.ts';

const usage = 'Name it by the verb that people say: npm run new:command assign';

const commandText = (name: string): string => `import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: '${name}',
  summary: 'Says in one sentence what it does.',
  examples: ['${name} F-7K3QX', '${name} finding:F-7K3QX'],
  role: 'viewer',
  to: 'say what this is for',
  args: {
    finding: arg.word('the finding, such as F-7K3QX').required,
  },
  async run({ finding }) {
    const text = \`You named \${finding}.\`;
    return { text, blocks: [{ kind: 'text', text }], visibility: 'sender' };
  },
});
`;

const testText = (name: string): string => `import command from '../../commands/${name}.ts';
import { testCommand } from '../kit/test-command.ts';

// Rows are named by the situation: "nothing open", "a finding that does not exist".
testCommand(command, {
  rows: [{ name: 'a finding', says: '${name} F-7K3QX', expect: /You named F-7K3QX/ }],
});
`;

/** Why a name cannot be taken, or null. */
export function refusalOf(name: string | undefined): string | null {
  if (name === undefined) return usage;
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    return `"${name}" is not a verb in small letters and dashes. ${usage}`;
  if (name === 'index') return 'commands/index.ts is the roll.';
  if (existsSync(`commands/${name}.ts`)) return `There is a command ${name} already: commands/${name}.ts`;
  return null;
}

if (import.meta.main) {
  const [name] = process.argv.slice(2);
  const refusal = refusalOf(name);
  if (refusal !== null || name === undefined) {
    console.error(refusal);
    process.exit(2);
  }
  const files = {
    [`commands/${name}.ts`]: commandText(name),
    [`test/commands/${name}.test.ts`]: testText(name),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
    console.log(`wrote ${path}`);
  }
  writeFileSync('commands/index.ts', rollOf('commands'));
  console.log('wrote commands/index.ts');
  console.log('Now: summary, examples, role, arguments, run; then the rows of its table; then npm run docs.');
}
