/** The least-privilege policies for scanning and for fixing, in the three forms in which people deploy one. */

export type PolicyFormat = 'json' | 'cloudformation' | 'terraform';

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

interface Document {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** Who the caller is: asked once per account, before anything else. It needs no permission, and is named all the same. */
export const identityActions: readonly string[] = ['sts:GetCallerIdentity'];

/** A role with the policy, and what the three forms call it. */
interface RoleShape {
  /** `hipaa-scan`; in Terraform with underscores. */
  readonly name: string;
  /** `HipaaScanRole`, in CloudFormation. */
  readonly logicalId: string;
  readonly policyName: string;
  readonly description: string;
  readonly maxSessionSeconds?: number;
}

const scanRole: RoleShape = {
  name: 'hipaa-scan',
  logicalId: 'HipaaScanRole',
  policyName: 'hipaa-scan-read',
  description: 'Read-only role for HIPAA scans; the actions are computed from the enabled checks',
};

const remediationRole: RoleShape = {
  name: 'hipaa-remediate',
  logicalId: 'HipaaRemediateRole',
  policyName: 'hipaa-remediate-write',
  description:
    'Role for approved HIPAA fixes; the actions are computed from the remedies, one statement each',
  // A session is opened for one remediation, and never needs longer.
  maxSessionSeconds: 3600,
};

/** The policy document with exactly these actions; `actions` are computed from the enabled checks. */
export function policyDocument(actions: readonly string[], format: PolicyFormat): string {
  const all = [...new Set([...identityActions, ...actions])].sort();
  // Listing and describing calls know no narrower resource, and every resource of the account is to be assessed.
  return written([{ Sid: 'HipaaScanRead', Effect: 'Allow', Action: all, Resource: '*' }], scanRole, format);
}

/** One remedy's part of the write policy. */
export interface Grant {
  readonly remedy: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** `aws/s3/bucket-versioning` as a statement id, which takes letters and digits only. */
const sidOf = (id: string): string =>
  id
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** The write policy: a statement per remedy, so that a remedy nobody wants is taken out by deleting one. */
export function writePolicyDocument(grants: readonly Grant[], format: PolicyFormat): string {
  const statements = grants.map(
    ({ remedy, actions, resources }): Statement => ({
      Sid: sidOf(remedy),
      Effect: 'Allow',
      Action: actions,
      Resource: resources.length === 1 ? (resources[0] ?? '*') : resources,
    }),
  );
  const identity: Statement = {
    Sid: 'HipaaIdentity',
    Effect: 'Allow',
    Action: identityActions,
    Resource: '*',
  };
  return written([identity, ...statements], remediationRole, format);
}

function written(statements: readonly Statement[], role: RoleShape, format: PolicyFormat): string {
  const document: Document = { Version: '2012-10-17', Statement: statements };
  switch (format) {
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`;
    case 'cloudformation':
      return cloudFormation(document, role);
    case 'terraform':
      return terraform(document, role);
  }
}

/** What one inline policy of a role holds at most, and one managed policy; white space does not count. Source: IAM quotas. */
const inlineCharacters = 10_240;
const managedCharacters = 6_144;
const sizeOf = (document: Document): number => JSON.stringify(document).length;

/** Whether AWS takes the document as it is, in one policy. */
export const fitsOnePolicy = (json: string): boolean =>
  JSON.stringify(JSON.parse(json)).length <= managedCharacters;

const withStatements = (statements: readonly Statement[]): Document => ({
  Version: '2012-10-17',
  Statement: statements,
});

/** A list of actions that is too long for one policy, in several statements. */
function halved(statement: Statement): readonly Statement[] {
  if (sizeOf(withStatements([statement])) <= managedCharacters) return [statement];
  const middle = Math.ceil(statement.Action.length / 2);
  return [
    { ...statement, Sid: `${statement.Sid}A`, Action: statement.Action.slice(0, middle) },
    { ...statement, Sid: `${statement.Sid}B`, Action: statement.Action.slice(middle) },
  ].flatMap(halved);
}

/** As few policies as hold all of it, in its order; one where the role can hold it inline. */
export function partsOf(document: Document): readonly Document[] {
  if (sizeOf(document) <= inlineCharacters) return [document];
  const parts: Statement[][] = [[]];
  for (const statement of document.Statement.flatMap(halved)) {
    const last = parts.at(-1) ?? [];
    if (last.length > 0 && sizeOf(withStatements([...last, statement])) > managedCharacters)
      parts.push([statement]);
    else last.push(statement);
  }
  return parts.map(withStatements);
}

/** A role that the bot's own account may assume, with an external id against the confused deputy. */
function cloudFormation(document: Document, role: RoleShape): string {
  const parts = partsOf(document);
  const [inline, managed] = parts.length === 1 ? [parts[0], []] : [undefined, parts];
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: role.description,
    Parameters: {
      TrustedPrincipal: { Type: 'String', Description: 'ARN of the role or user that the bot runs as' },
      ExternalId: {
        Type: 'String',
        MinLength: 16,
        Description: 'A long random text; the same as in the configuration',
      },
    },
    Resources: {
      [role.logicalId]: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: role.name,
          ...(role.maxSessionSeconds === undefined ? {} : { MaxSessionDuration: role.maxSessionSeconds }),
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: { Ref: 'TrustedPrincipal' } },
                Action: 'sts:AssumeRole',
                Condition: { StringEquals: { 'sts:ExternalId': { Ref: 'ExternalId' } } },
              },
            ],
          },
          ...(inline ? { Policies: [{ PolicyName: role.policyName, PolicyDocument: inline }] } : {}),
        },
      },
      ...Object.fromEntries(
        managed.map((part, i) => [
          `${role.logicalId}Policy${i + 1}`,
          {
            Type: 'AWS::IAM::ManagedPolicy',
            Properties: {
              ManagedPolicyName: `${role.policyName}-${i + 1}`,
              PolicyDocument: part,
              Roles: [{ Ref: role.logicalId }],
            },
          },
        ]),
      ),
    },
    Outputs: { RoleArn: { Value: { 'Fn::GetAtt': [role.logicalId, 'Arn'] } } },
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

function terraform(document: Document, role: RoleShape): string {
  const label = role.name.replaceAll('-', '_');
  const policyLabel = role.policyName.replaceAll('-', '_');
  const parts = partsOf(document);
  const written = (part: Document) => JSON.stringify(part, null, 2).replaceAll('\n', '\n  ');
  const inline = ([part]: readonly Document[]) => `resource "aws_iam_role_policy" "${policyLabel}" {
  name   = "${role.policyName}"
  role   = aws_iam_role.${label}.id
  policy = <<-EOT
  ${written(part as Document)}
  EOT
}`;
  const managed = parts.map(
    (part, i) => `resource "aws_iam_policy" "${policyLabel}_${i + 1}" {
  name   = "${role.policyName}-${i + 1}"
  policy = <<-EOT
  ${written(part)}
  EOT
}

resource "aws_iam_role_policy_attachment" "${policyLabel}_${i + 1}" {
  role       = aws_iam_role.${label}.name
  policy_arn = aws_iam_policy.${policyLabel}_${i + 1}.arn
}`,
  );
  const policies = parts.length === 1 ? inline(parts) : managed.join('\n\n');
  const session =
    role.maxSessionSeconds === undefined ? '' : `\n  max_session_duration = ${role.maxSessionSeconds}`;
  return `variable "trusted_principal" {
  description = "ARN of the role or user that the bot runs as"
  type        = string
}

variable "external_id" {
  description = "A long random text; the same as in the configuration"
  type        = string
  sensitive   = true
}

resource "aws_iam_role" "${label}" {
  name = "${role.name}"${session}
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.trusted_principal }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "sts:ExternalId" = var.external_id } }
    }]
  })
}

${policies}

output "role_arn" {
  value = aws_iam_role.${label}.arn
}
`;
}
