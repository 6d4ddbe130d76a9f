import { type Answer, renderError } from './faults.ts';
import type { Estate } from './many-buckets-s3.ts';
import type { WireName } from './wire.ts';

/** Everything that is not S3: an account with nothing in it, said as AWS says it. */
export function answerRest(name: WireName, body: URLSearchParams, estate: Estate): Answer | undefined {
  switch (name.service) {
    case 's3control':
      return s3Control(name);
    case 'sts':
      return sts(name, body, estate);
    case 'iam':
      return iam(name, estate);
    case 'kms':
    case 'cloudtrail':
    case 'cloudwatch':
      return jsonAnswer(name);
    case 'cloudfront':
      return name.operation === 'ListDistributions'
        ? rootXml(
            'DistributionList',
            'http://cloudfront.amazonaws.com/doc/2020-05-31/',
            '<Marker/><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>0</Quantity>',
          )
        : undefined;
    default:
      return undefined;
  }
}

const rootXml = (root: string, xmlns: string, content: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${xmlns}">${content}</${root}>`,
});

const requestId = '00000000-0000-4000-8000-000000000000';
const queryXml = (operation: string, xmlns: string, result: string): Answer =>
  rootXml(
    `${operation}Response`,
    xmlns,
    `<${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`,
  );

function s3Control(name: WireName): Answer | undefined {
  const xmlns = 'http://awss3control.amazonaws.com/doc/2018-08-20/';
  switch (name.operation) {
    case 'GetPublicAccessBlock':
      return renderError(
        name,
        404,
        'NoSuchPublicAccessBlockConfiguration',
        'The public access block configuration was not found',
      );
    case 'ListAccessPoints':
      return rootXml('ListAccessPointsResult', xmlns, '<AccessPointList/>');
    case 'ListMultiRegionAccessPoints':
      return rootXml('ListMultiRegionAccessPointsResult', xmlns, '<AccessPoints/>');
    default:
      return undefined;
  }
}

function sts({ operation }: WireName, body: URLSearchParams, { accountId }: Estate): Answer | undefined {
  const xmlns = 'https://sts.amazonaws.com/doc/2011-06-15/';
  if (operation === 'GetCallerIdentity') {
    return queryXml(
      operation,
      xmlns,
      `<Arn>arn:aws:sts::${accountId}:assumed-role/scan/test</Arn><UserId>AROAEXAMPLE:test</UserId><Account>${accountId}</Account>`,
    );
  }
  if (operation !== 'AssumeRole') return undefined;
  const role = (body.get('RoleArn') ?? '').split('/').at(-1);
  const session = body.get('RoleSessionName') ?? 'test';
  const expiration = new Date(Date.now() + Number(body.get('DurationSeconds') ?? 3600) * 1000).toISOString();
  return queryXml(
    operation,
    xmlns,
    `<AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:${session}</AssumedRoleId><Arn>arn:aws:sts::${accountId}:assumed-role/${role}/${session}</Arn></AssumedRoleUser><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY</SecretAccessKey><SessionToken>token</SessionToken><Expiration>${expiration}</Expiration></Credentials>`,
  );
}

const reportColumns =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';

const none = '<IsTruncated>false</IsTruncated>';
const iamEmpties: Readonly<Record<string, string>> = {
  ListUsers: `<Users/>${none}`,
  ListRoles: `<Roles/>${none}`,
  ListGroups: `<Groups/>${none}`,
  ListPolicies: `<Policies/>${none}`,
  ListEntitiesForPolicy: `<PolicyGroups/><PolicyUsers/><PolicyRoles/>${none}`,
  ListVirtualMFADevices: `<VirtualMFADevices/>${none}`,
  ListServerCertificates: `<ServerCertificateMetadataList/>${none}`,
  ListAccountAliases: `<AccountAliases/>${none}`,
  ListSAMLProviders: '<SAMLProviderList/>',
  GetAccountAuthorizationDetails: `<UserDetailList/><GroupDetailList/><RoleDetailList/><Policies/>${none}`,
  GetAccountSummary:
    '<SummaryMap><entry><key>Users</key><value>0</value></entry><entry><key>AccountMFAEnabled</key><value>1</value></entry><entry><key>AccountAccessKeysPresent</key><value>0</value></entry><entry><key>AccountSigningCertificatesPresent</key><value>0</value></entry></SummaryMap>',
  GenerateCredentialReport: '<State>COMPLETE</State>',
};

function iam(name: WireName, { accountId }: Estate): Answer | undefined {
  const xmlns = 'https://iam.amazonaws.com/doc/2010-05-08/';
  if (name.operation === 'GetAccountPasswordPolicy') {
    const message = `The Password Policy with domain name ${accountId} cannot be found.`;
    return renderError(name, 404, 'NoSuchEntity', message);
  }
  if (name.operation === 'GetCredentialReport') {
    const na = 'N/A';
    const root = `<root_account>,arn:aws:iam::${accountId}:root,2020-01-01T00:00:00+00:00,not_supported,no_information,not_supported,not_supported,true,false,${na},${na},${na},${na},false,${na},${na},${na},${na},false,${na},false,${na}`;
    const content = Buffer.from(`${reportColumns}\n${root}`).toString('base64');
    return queryXml(
      name.operation,
      xmlns,
      `<Content>${content}</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>${new Date().toISOString()}</GeneratedTime>`,
    );
  }
  const result = iamEmpties[name.operation];
  return result === undefined ? undefined : queryXml(name.operation, xmlns, result);
}

const jsonEmpties: Readonly<Record<string, unknown>> = {
  'kms:ListKeys': { Keys: [], Truncated: false },
  'kms:ListAliases': { Aliases: [], Truncated: false },
  'cloudtrail:DescribeTrails': { trailList: [] },
  'cloudtrail:ListTrails': { Trails: [] },
  'cloudtrail:ListEventDataStores': { EventDataStores: [] },
  'cloudtrail:LookupEvents': { Events: [] },
  'cloudwatch:DescribeAlarms': { MetricAlarms: [], CompositeAlarms: [] },
  'cloudwatch:GetMetricData': { MetricDataResults: [] },
};

function jsonAnswer(name: WireName): Answer | undefined {
  const empty = jsonEmpties[`${name.service}:${name.operation}`];
  if (empty === undefined || name.protocol !== 'json') return undefined;
  return {
    status: 200,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify(empty),
  };
}
