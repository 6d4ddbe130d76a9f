import type { Malformed, PolicyDocument } from './document.ts';
import { type Ask, anyOf, type Home, identityGrants } from './identity-grants.ts';

type Sort = Parameters<typeof anyOf>[0];

/** One way up: all of its actions together. `on`: the action must reach any thing of that sort; without it, one thing of any kind. */
interface Way {
  readonly actions: readonly { readonly action: string; readonly on?: Sort; readonly self?: true }[];
  /** The service that is given a role with more rights than the holder's. */
  readonly to?: string;
}

const one = (action: string, on: Sort, self?: true): Way => ({
  actions: [{ action, on, ...(self && { self }) }],
});
const passing = (to: string, ...more: readonly string[]): Way => ({
  actions: [{ action: 'iam:PassRole', on: 'role' }, ...more.map((action) => ({ action }))],
  to: `${to}.amazonaws.com`,
});

/**
 * Known ways from some rights to all rights, after Rhino Security Labs' "AWS IAM Privilege Escalation Methods". Of those that
 * pass a role on, the role must exist; that is not looked at.
 */
const ways: readonly Way[] = [
  one('iam:CreatePolicyVersion', 'policy'),
  one('iam:SetDefaultPolicyVersion', 'policy'),
  one('iam:CreateAccessKey', 'user'),
  one('iam:CreateLoginProfile', 'user'),
  one('iam:UpdateLoginProfile', 'user'),
  one('iam:AttachUserPolicy', 'user', true),
  one('iam:AttachGroupPolicy', 'group'),
  one('iam:AttachRolePolicy', 'role', true),
  one('iam:PutUserPolicy', 'user', true),
  one('iam:PutGroupPolicy', 'group'),
  one('iam:PutRolePolicy', 'role', true),
  one('iam:AddUserToGroup', 'group'),
  one('iam:UpdateAssumeRolePolicy', 'role'),
  one('sts:AssumeRole', 'role'),
  passing('ec2', 'ec2:RunInstances'),
  passing('lambda', 'lambda:CreateFunction', 'lambda:InvokeFunction'),
  passing('lambda', 'lambda:CreateFunction', 'lambda:AddPermission'),
  passing('lambda', 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'),
  passing('cloudformation', 'cloudformation:CreateStack'),
  passing('glue', 'glue:CreateDevEndpoint'),
  passing('glue', 'glue:CreateJob', 'glue:StartJobRun'),
  passing(
    'datapipeline',
    'datapipeline:CreatePipeline',
    'datapipeline:PutPipelineDefinition',
    'datapipeline:ActivatePipeline',
  ),
  passing('sagemaker', 'sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'),
  passing('codebuild', 'codebuild:CreateProject', 'codebuild:StartBuild'),
  passing('ecs-tasks', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'),
];

/** The ways up that a policy opens to its holder, each named by its actions: `iam:PassRole + ec2:RunInstances`. */
export function escalations(document: PolicyDocument | Malformed, home: Home): readonly string[] | 'unknown' {
  const grants = identityGrants(document);
  if (grants === 'unknown') return 'unknown';
  const open = ways.filter(({ actions, to }) =>
    actions.every(({ action, on, self }) =>
      grants.allows({
        action,
        on: on === undefined ? 'anything' : [anyOf(on, home)],
        ...(self && { self }),
        ...(to !== undefined && action === 'iam:PassRole' && { to }),
      } satisfies Ask),
    ),
  );
  return open.map(({ actions }) => actions.map(({ action }) => action).join(' + '));
}
