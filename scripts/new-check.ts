/** `npm run new:check aws/s3/bucket-foo` writes a check and its table of tests, and puts it on the roll. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { controlOf } from '../src/domain/check.ts';
import { rollOf } from './roll.ts';

const usage =
  'Name it by provider, service and the noun in question: npm run new:check aws/s3/bucket-versioning';

interface Control {
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  readonly citations: readonly string[];
}

/** The kind that the service's other checks ask about most, and a fact that they read: a start that compiles. */
function neighbour(service: string): { kind: string; fact: string } {
  const votes = new Map<string, number>();
  for (const room of [`checks/${service}/*.ts`, 'checks/*/*/*.ts']) {
    for (const file of globSync(room)) {
      const text = readFileSync(file, 'utf8');
      const kind = /^\s*kind: '([^']+)'/m.exec(text)?.[1];
      const fact = /^\s*facts: \['([^']+)'/m.exec(text)?.[1];
      if (kind && fact) votes.set(`${kind} ${fact}`, (votes.get(`${kind} ${fact}`) ?? 0) + 1);
    }
    if (votes.size > 0) break;
  }
  const [best = 'aws.s3.bucket versioning'] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [];
  const [kind = '', fact = ''] = best.split(' ');
  return { kind, fact };
}

const quote = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`);

function citationsOf(citations: readonly string[]): string {
  const inline = `  controls: [${citations.map(quote).join(', ')}],`;
  return inline.length <= 110
    ? inline
    : `  controls: [\n${citations.map((c) => `    ${quote(c)},`).join('\n')}\n  ],`;
}

function checkText(id: string, control: Control | undefined): string {
  const { kind, fact } = neighbour(id.split('/').slice(0, 2).join('/'));
  return `import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: '${id}',
  title: 'The sentence that is true when the check passes',
  severity: '${control?.severity ?? 'medium'}',
${citationsOf(control?.citations ?? ['164.308(a)(1)(ii)(A)'])}
  kind: '${kind}',
  facts: ['${fact}'],
  evaluate: ({ ${fact} }) => (${fact} ? pass : fail('say what was seen')),
});
`;
}

const testText = (id: string): string => {
  const up = '../'.repeat(id.split('/').length);
  return `import check from '${up}../checks/${id}.ts';
import { testCheck } from '${up}kit/test-check.ts';

// Rows are named by the situation, and boundaries come in pairs: "day 90" passes, "day 91" fails.
testCheck(check, {
  pass: [{ name: 'say the situation', facts: {} as never }],
  fail: [{ name: 'say the situation', facts: {} as never, because: /what was seen/ }],
});
`;
};

/** Why an id cannot be taken, or null. */
export function refusalOf(id: string | undefined): string | null {
  if (id === undefined) return usage;
  if (!/^[a-z]+\/[a-z0-9]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    return `"${id}" is not provider/service/noun in small letters and dashes. ${usage}`;
  if (/\/(ensure|no)-/.test(id)) return `A check is named by the noun in question, without "ensure" or "no".`;
  if (existsSync(`checks/${id}.ts`)) return `There is a check ${id} already: checks/${id}.ts`;
  return null;
}

if (import.meta.main) {
  const [id] = process.argv.slice(2);
  const refusal = refusalOf(id);
  if (refusal !== null || id === undefined) {
    console.error(refusal);
    process.exit(2);
  }
  const controls: readonly Control[] = JSON.parse(readFileSync('data/controls.json', 'utf8'));
  const control = controls.find((c) => c.id === controlOf({ id }));
  const files = { [`checks/${id}.ts`]: checkText(id, control), [`test/checks/${id}.test.ts`]: testText(id) };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
    console.log(`wrote ${path}`);
  }
  writeFileSync('checks/index.ts', rollOf('checks'));
  console.log('wrote checks/index.ts');
  console.log(
    control
      ? `its control: ${control.title}`
      : `data/controls.json has no control ${controlOf({ id })}: name one there first, with its citations.`,
  );
  console.log('Now: title, kind, facts, evaluate; then the rows of its table; then npm run docs.');
}
