import type { Message } from '../../domain/message.ts';
import { plural, sentences } from './words.ts';

export type PolicyFormat = 'json' | 'cloudformation' | 'terraform';

const kinds: Readonly<Record<PolicyFormat, { ending: string; mediaType: string; word: string }>> = {
  json: { ending: '-policy.json', mediaType: 'application/json', word: 'an IAM policy document' },
  cloudformation: { ending: '-role.yaml', mediaType: 'application/yaml', word: 'a CloudFormation template' },
  terraform: { ending: '-role.tf', mediaType: 'text/plain', word: 'a Terraform module' },
};

function attached(text: string, format: PolicyFormat, role: string, what: string, note: string): Message {
  const { ending, mediaType, word } = kinds[format];
  const name = `${role}${ending}`;
  const says = `${what}, as ${word}.`;
  return {
    text: sentences(says, `It is attached as ${name}`, note),
    blocks: [
      { kind: 'text', text: [{ bold: says }, ` It is attached as ${name}.`] },
      { kind: 'note', text: note },
    ],
    visibility: 'sender',
    attachment: { name, mediaType, text },
    data: text,
  };
}

/** AWS takes so many characters in one managed policy; the other two forms bring a role that holds all of it. */
const whereTooLong = (format: PolicyFormat): string =>
  format === 'json'
    ? ' One managed policy of AWS holds 6,144 characters: where this is longer, ask for format:cloudformation or format:terraform, a role that holds all of it.'
    : '';

/** The permissions that a scan needs, computed from the enabled checks: a file to hand to whoever runs the account. */
export const policyMessage = (text: string, format: PolicyFormat, checks: number): Message =>
  attached(
    text,
    format,
    'hipaa-scan',
    `The read-only policy for ${plural(checks, 'enabled check')}`,
    `It is computed from the checks that are on: turn one on or off, and ask again.${whereTooLong(format)}`,
  );

/** The permissions that fixes need, for a role of its own. */
export const writePolicyMessage = (text: string, format: PolicyFormat): Message =>
  attached(
    text,
    format,
    'hipaa-remediate',
    'The policy for fixing, one statement for each remedy',
    `Give it to a role of its own, never to the role that scans. Take out the statements of remedies that you do not want.${whereTooLong(format)}`,
  );
