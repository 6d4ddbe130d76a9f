import { policyDocument } from '../../src/cloud/aws/policy.ts';
import { regionPermissions } from '../../src/cloud/aws/session.ts';
import { permissionsFor } from './checks.ts';
import { allChecks } from './controls.ts';
import { anchor, code, page, table } from './markdown.ts';

const usual = allChecks.filter((c) => c.optIn === undefined);
const optIns = [...new Set(allChecks.flatMap((c) => c.optIn ?? []))].sort();

const link = (id: string): string => `[${code(id)}](checks.md#${anchor(id)})`;

export function permissionsPage(): string {
  // Without a setting, every region is scanned that the account has switched on, and that is asked for.
  const base = [...permissionsFor(usual), ...regionPermissions].sort();
  const actions = permissionsFor(allChecks);
  return page(
    'Permissions',
    'The scan reads, and nothing else. Its policy is computed from the checks that are enabled: each check names facts, each fact names the actions that it needs. ' +
      '`hipaa policy --read` prints the policy for your configuration, as JSON, CloudFormation or Terraform. A test proves that a scan calls nothing outside it.',
    'An action that is missing costs only the answers that need it: they are reported as "not assessed", with the name of the action.',
    `## The policy with the defaults\n\nAll checks but the opt-in ones: ${base.length} actions, and \`sts:GetCallerIdentity\`. ${regionPermissions.map(code).join(', ')} serves no check: it tells which regions the account has switched on, and is not needed where the configuration names regions.`,
    `\`\`\`json\n${policyDocument(base, 'json').trim()}\n\`\`\``,
    '## What each opt-in adds',
    table(
      ['Opt-in', 'Adds'],
      optIns.map((name) => {
        const more = permissionsFor([...usual, ...allChecks.filter((c) => c.optIn === name)]);
        const added = more.filter((a) => !base.includes(a)).map(code);
        return [code(name), added.join(', ') || 'no action: its requests are not signed'];
      }),
    ),
    '## By action',
    table(
      ['Action', 'Checks that need it'],
      actions.map((action) => [
        code(action),
        allChecks
          .filter((c) => permissionsFor([c]).includes(action))
          .map((c) => link(c.id))
          .join(', '),
      ]),
    ),
    '## By check',
    table(
      ['Check', 'Actions'],
      allChecks.map((c) => [link(c.id), permissionsFor([c]).map(code).join(', ') || '–']),
    ),
  );
}
