import { parseArgs } from 'node:util';
import { type PolicyFormat, policyDocument } from '../cloud/aws/policy.ts';
import { loadConfig } from '../config.ts';
import { ConfigError } from '../domain/errors.ts';
import { allChecks, providerFor, readActions, rulesOf } from '../main.ts';
import { flagged, noWords, shared, strictly } from './options.ts';
import { write } from './streams.ts';

const formats: readonly PolicyFormat[] = ['json', 'cloudformation', 'terraform'];

/** Needs no credentials and no database: a policy is computed from the checks alone. */
export async function printPolicy(args: readonly string[]): Promise<number> {
  const { values, positionals } = strictly(() =>
    parseArgs({
      args: flagged(args, ['format']),
      allowPositionals: true,
      options: {
        ...shared,
        read: { type: 'boolean' },
        format: { type: 'string', short: 'f', default: 'json' },
      },
    }),
  );
  noWords(positionals, 'policy', 'format:terraform or --format terraform');
  const format = formats.find((f) => f === values.format);
  if (!format) throw new ConfigError([`--format takes ${formats.join(', ')}; not "${values.format}"`]);
  const config = loadConfig({ file: values.config, env: process.env });
  const rules = rulesOf(config, (id) => ({ platform: 'slack', team: '', id }));
  const actions = readActions({ checks: allChecks, rules, provider: providerFor(config) });
  await write(policyDocument(actions, format));
  return 0;
}
