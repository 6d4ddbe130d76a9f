import type { Message } from '../../domain/message.ts';
import { plural, sentences } from './words.ts';

export type PolicyFormat = 'json' | 'cloudformation' | 'terraform';

const files: Readonly<Record<PolicyFormat, { name: string; mediaType: string; word: string }>> = {
  json: { name: 'hipaa-scan-policy.json', mediaType: 'application/json', word: 'an IAM policy document' },
  cloudformation: {
    name: 'hipaa-scan-role.yaml',
    mediaType: 'application/yaml',
    word: 'a CloudFormation template',
  },
  terraform: { name: 'hipaa-scan-role.tf', mediaType: 'text/plain', word: 'a Terraform module' },
};

/** The permissions that a scan needs, computed from the enabled checks: a file to hand to whoever runs the account. */
export function policyMessage(text: string, format: PolicyFormat, checks: number): Message {
  const { name, mediaType, word } = files[format];
  const says = `The read-only policy for ${plural(checks, 'enabled check')}, as ${word}.`;
  const note = 'It is computed from the checks that are on: turn one on or off, and ask again.';
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
