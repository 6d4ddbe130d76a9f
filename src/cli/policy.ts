import { parseArgs } from 'node:util';
import {
  fitsOnePolicy,
  type PolicyFormat,
  policyDocument,
  writePolicyDocument,
} from '../cloud/aws/policy.ts';
import { loadConfig } from '../config.ts';
import { ConfigError } from '../domain/errors.ts';
import { readActions, writeGrants } from '../wiring/grants.ts';
import { providerFor } from '../wiring/provider.ts';
import { allChecks, writingRemedies } from '../wiring/rolls.ts';
import { rulesOf } from '../wiring/rules.ts';
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
        remediate: { type: 'boolean' },
        format: { type: 'string', short: 'f', default: 'json' },
      },
    }),
  );
  noWords(positionals, 'policy', 'format:terraform or --format terraform');
  const format = formats.find((f) => f === values.format);
  if (!format) throw new ConfigError([`--format takes ${formats.join(', ')}; not "${values.format}"`]);
  if (values.read && values.remediate)
    throw new ConfigError(['--read and --remediate are two policies for two roles: ask for one at a time']);
  const config = loadConfig({ file: values.config, env: process.env, withoutKey: true });
  const rules = rulesOf(config, (id) => ({ platform: 'slack', team: '', id }));
  const asking = { checks: allChecks, remedies: writingRemedies, rules, provider: providerFor(config) };
  const policy = values.remediate
    ? writePolicyDocument(writeGrants(asking), format)
    : policyDocument(readActions(asking), format);
  await write(policy);
  if (format === 'json' && !fitsOnePolicy(policy))
    console.error(
      'hipaa: This is more than AWS takes in one managed policy (6,144 characters): with --format cloudformation or terraform it comes in a role that holds it, in parts where one is not enough.',
    );
  return 0;
}
