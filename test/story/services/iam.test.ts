import { IAM } from '@aws-sdk/client-iam';
import { clientConfig, testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const policy = (Action: string | readonly string[], Resource = '*') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });
const trust = (Principal: object | string, Condition?: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...(Condition && { Condition }) }],
  });
const own = `arn:aws:iam::${testAccountId}:root`;
const vendor = 'arn:aws:iam::999999999999:root';

const sets: Record<string, string> = {};
const roles = ['app', 'deploy', 'vendor', 'vendor-asked', 'world'];

tellService({
  title: 'identities and their sessions, on moto',
  checks: [
    'aws/iam/inline-policies',
    'aws/iam/group-inline-policies',
    'aws/iam/user-inline-policies',
    'aws/iam/user-direct-policies',
    'aws/iam/inline-policy-admin',
    'aws/iam/inline-policy-broad-kms',
    'aws/iam/inline-policy-marketplace-subscribe',
    'aws/iam/inline-privilege-escalation',
    'aws/iam/managed-policy-broad-kms',
    'aws/iam/policy-marketplace-subscribe',
    'aws/iam/privilege-escalation',
    'aws/iam/group-empty',
    'aws/iam/role-open-trust',
    'aws/break/',
    'aws/leaver/',
    'aws/session/',
  ],
  settings: { 'aws/break/glass-ready': { user: 'break-glass' } },
  standing: async ({ user, tags }) =>
    user === 'ann' ? 'here' : tags['person'] === 'bob' ? 'deactivated' : 'unmatched',
  async seed(sdk) {
    const iam = new IAM(clientConfig(sdk.endpoint));
    for (const GroupName of ['nurses', 'nobody']) await iam.createGroup({ GroupName });
    await iam.putGroupPolicy({ GroupName: 'nobody', PolicyName: 'old', PolicyDocument: policy('*') });
    for (const UserName of ['ann', 'bob', 'break-glass'])
      await iam.createUser({ UserName, Tags: [{ Key: 'person', Value: UserName }] });
    await iam.addUserToGroup({ GroupName: 'nurses', UserName: 'ann' });
    await iam.putUserPolicy({ UserName: 'ann', PolicyName: 'keys', PolicyDocument: policy('kms:Decrypt') });
    await iam.createAccessKey({ UserName: 'bob' });
    await iam.uploadSSHPublicKey({ UserName: 'bob', SSHPublicKeyBody: 'ssh-rsa AAAA made-up' });
    await iam.createLoginProfile({ UserName: 'bob', Password: 'not-a-real-one-1A!' });
    await iam.createLoginProfile({ UserName: 'break-glass', Password: 'not-a-real-one-1A!' });
    const { VirtualMFADevice } = await iam.createVirtualMFADevice({ VirtualMFADeviceName: 'glass' });
    const SerialNumber = VirtualMFADevice?.SerialNumber;
    const codes = { AuthenticationCode1: '123456', AuthenticationCode2: '654321' };
    await iam.enableMFADevice({ UserName: 'break-glass', SerialNumber, ...codes });

    const byRole: Record<string, string> = {
      app: trust({ Service: 'ec2.amazonaws.com' }),
      deploy: trust({ AWS: own }),
      vendor: trust({ AWS: vendor }),
      'vendor-asked': trust({ AWS: vendor }, { StringEquals: { 'sts:ExternalId': 'clinic-7' } }),
      world: trust('*'),
    };
    for (const RoleName of roles)
      await iam.createRole({
        RoleName,
        AssumeRolePolicyDocument: byRole[RoleName],
        MaxSessionDuration: RoleName === 'deploy' || RoleName === 'app' ? 43_200 : 3_600,
      });
    const pass = policy(['iam:PassRole', 'ec2:RunInstances', 'aws-marketplace:Subscribe']);
    await iam.putRolePolicy({ RoleName: 'deploy', PolicyName: 'start', PolicyDocument: pass });

    const documents = {
      wide: policy(['kms:*', 'iam:CreatePolicyVersion', 'aws-marketplace:*']),
      narrow: policy('kms:Decrypt', `arn:aws:kms:us-east-1:${testAccountId}:key/1234`),
      idle: policy('kms:*'),
    };
    for (const [PolicyName, PolicyDocument] of Object.entries(documents)) {
      const { Policy } = await iam.createPolicy({ PolicyName, PolicyDocument });
      if (PolicyName !== 'idle') await iam.attachRolePolicy({ RoleName: 'app', PolicyArn: Policy?.Arn });
    }

    iam.destroy();

    const center = await sdk('identityCenter');
    const { Instances } = await center.listInstances({});
    for (const [Name, SessionDuration] of [
      ['short', 'PT8H'],
      ['long', 'PT12H'],
    ]) {
      const InstanceArn = Instances?.[0]?.InstanceArn;
      const { PermissionSet } = await center.createPermissionSet({ InstanceArn, Name, SessionDuration });
      sets[Name ?? ''] = PermissionSet?.PermissionSetArn ?? '';
    }
    const ssm = await sdk('ssm');
    await ssm.createDocument({
      Name: 'SSM-SessionManagerRunShell',
      DocumentType: 'Session',
      DocumentFormat: 'JSON',
      Content: JSON.stringify({
        schemaVersion: '1.0',
        sessionType: 'Standard_Stream',
        inputs: { idleSessionTimeout: '60' },
      }),
    });
  },
  // Moto knows no credentials for single services.
  recorded: (proxy) =>
    proxy.rule({
      operation: 'ListServiceSpecificCredentials',
      fault: answer(
        200,
        { 'content-type': 'text/xml' },
        `<ListServiceSpecificCredentialsResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListServiceSpecificCredentialsResult><ServiceSpecificCredentials>${[
          ['bedrock', 'Active'],
          ['codecommit', 'Inactive'],
        ]
          .map(
            ([service, status]) =>
              `<member><UserName>bob</UserName><Status>${status}</Status><ServiceCredentialAlias>bob-at</ServiceCredentialAlias><CreateDate>2026-01-01T00:00:00Z</CreateDate><ServiceSpecificCredentialId>ACCAEXAMPLE123EXAMPLE</ServiceSpecificCredentialId><ServiceName>${service}.amazonaws.com</ServiceName></member>`,
          )
          .join(
            '',
          )}</ServiceSpecificCredentials></ListServiceSpecificCredentialsResult></ListServiceSpecificCredentialsResponse>`,
      ),
    }),
  get expects() {
    const inline = { keys: 'keys of user/ann', old: 'old of group/nobody', start: 'start of role/deploy' };
    return {
      'aws/iam/inline-policies': { pass: ['app', 'vendor', 'vendor-asked', 'world'], fail: ['deploy'] },
      'aws/iam/group-inline-policies': { pass: ['nurses'], fail: ['nobody'] },
      'aws/iam/user-inline-policies': { pass: ['bob', 'break-glass'], fail: ['ann'] },
      'aws/iam/user-direct-policies': { pass: ['bob', 'break-glass'], fail: ['ann'] },
      'aws/iam/inline-policy-admin': { pass: [inline.keys, inline.start], fail: [inline.old] },
      'aws/iam/inline-policy-broad-kms': {
        pass: [inline.start],
        fail: [inline.keys],
        notApplicable: [inline.old],
      },
      'aws/iam/inline-policy-marketplace-subscribe': {
        pass: [inline.keys],
        fail: [inline.start],
        notApplicable: [inline.old],
      },
      'aws/iam/inline-privilege-escalation': {
        pass: [inline.keys],
        fail: [inline.start],
        notApplicable: [inline.old],
      },
      'aws/iam/managed-policy-broad-kms': { pass: ['narrow'], fail: ['wide'], notApplicable: ['idle'] },
      'aws/iam/policy-marketplace-subscribe': { pass: ['narrow'], fail: ['wide'], notApplicable: ['idle'] },
      'aws/iam/privilege-escalation': { pass: ['narrow'], fail: ['wide'], notApplicable: ['idle'] },
      'aws/iam/group-empty': { pass: ['nurses'], fail: ['nobody'] },
      'aws/iam/role-open-trust': { pass: ['app', 'deploy', 'vendor-asked'], fail: ['vendor', 'world'] },
      // Moto keeps no note of when a password was used.
      'aws/break/glass-ready': { fail: ['test'] },
      'aws/leaver/key-still-active': { fail: ['bob key 1'] },
      'aws/leaver/other-credentials': { pass: ['ann'], fail: ['bob'], notApplicable: ['break-glass'] },
      'aws/leaver/still-has-access': { pass: ['ann'], fail: ['bob'], notApplicable: ['break-glass'] },
      'aws/session/idle-shell-bounded': { fail: ['us-east-1'] },
      'aws/session/permission-set-timeout-bounded': {
        pass: [sets['short'] ?? ''],
        fail: [sets['long'] ?? ''],
      },
      'aws/session/timeout-bounded': {
        pass: ['vendor', 'vendor-asked', 'world'],
        fail: ['deploy'],
        notApplicable: ['app'],
      },
    };
  },
});

const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
const keys = 'false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A';
/** As AWS writes it: moto lacks the row of the root identity. */
const report = [
  header,
  `<root_account>,${own},2019-01-01T00:00:00+00:00,not_supported,no_information,not_supported,not_supported,true,${keys},true,2019-01-01T00:00:00+00:00,false,N/A`,
  `break-glass,arn:aws:iam::${testAccountId}:user/break-glass,2025-01-01T00:00:00+00:00,true,${new Date().toISOString()},2025-01-01T00:00:00+00:00,N/A,true,${keys},false,N/A,false,N/A`,
].join('\n');

tellService({
  title: "what only AWS's own credential report tells",
  checks: ['aws/iam/root-signing-certificate', 'aws/break/'],
  settings: { 'aws/break/glass-ready': { user: 'user/break-glass' } },
  seed: async () => {},
  recorded: (proxy) =>
    proxy.rule({
      operation: 'GetCredentialReport',
      fault: answer(
        200,
        { 'content-type': 'text/xml' },
        `<GetCredentialReportResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetCredentialReportResult><Content>${Buffer.from(report).toString('base64')}</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-11-20T10:00:00Z</GeneratedTime></GetCredentialReportResult></GetCredentialReportResponse>`,
      ),
    }),
  expects: {
    'aws/iam/root-signing-certificate': { fail: ['test'] },
    'aws/break/glass-ready': { pass: ['test'] },
  },
});
