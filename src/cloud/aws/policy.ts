/** The least-privilege scan policy, in the three forms in which people deploy one. */

export type PolicyFormat = 'json' | 'cloudformation' | 'terraform';

const statementOf = (actions: readonly string[]) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'HipaaScanRead',
      Effect: 'Allow',
      Action: [...actions].sort(),
      // Listing and describing calls know no narrower resource, and every resource of the account is to be assessed.
      Resource: '*',
    },
  ],
});

/** Who the caller is: asked once per account, before anything else. It needs no permission, and is named all the same. */
export const identityActions: readonly string[] = ['sts:GetCallerIdentity'];

/** The policy document with exactly these actions; `actions` are computed from the enabled checks. */
export function policyDocument(actions: readonly string[], format: PolicyFormat): string {
  const document = statementOf([...new Set([...identityActions, ...actions])]);
  switch (format) {
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`;
    case 'cloudformation':
      return cloudFormation(document);
    case 'terraform':
      return terraform(document);
  }
}

/** A role that the bot's own account may assume, with an external id against the confused deputy. */
function cloudFormation(document: object): string {
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Read-only role for HIPAA scans; the actions are computed from the enabled checks',
    Parameters: {
      TrustedPrincipal: { Type: 'String', Description: 'ARN of the role or user that the bot runs as' },
      ExternalId: {
        Type: 'String',
        MinLength: 16,
        Description: 'A long random text; the same as in the configuration',
      },
    },
    Resources: {
      HipaaScanRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'hipaa-scan',
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
          Policies: [{ PolicyName: 'hipaa-scan-read', PolicyDocument: document }],
        },
      },
    },
    Outputs: { RoleArn: { Value: { 'Fn::GetAtt': ['HipaaScanRole', 'Arn'] } } },
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

function terraform(document: object): string {
  const indented = JSON.stringify(document, null, 2).replaceAll('\n', '\n  ');
  return `variable "trusted_principal" {
  description = "ARN of the role or user that the bot runs as"
  type        = string
}

variable "external_id" {
  description = "A long random text; the same as in the configuration"
  type        = string
  sensitive   = true
}

resource "aws_iam_role" "hipaa_scan" {
  name = "hipaa-scan"
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

resource "aws_iam_role_policy" "hipaa_scan_read" {
  name   = "hipaa-scan-read"
  role   = aws_iam_role.hipaa_scan.id
  policy = <<-EOT
  ${indented}
  EOT
}

output "role_arn" {
  value = aws_iam_role.hipaa_scan.arn
}
`;
}
