import type { EventFields } from './filter-pattern.ts';

/** An event of which people must be told, as a filter sees it, and what people call it. */
export interface WatchedEvent {
  readonly says: string;
  readonly fields: EventFields;
}

const calls = (eventSource: string, ...names: readonly string[]): readonly WatchedEvent[] =>
  names.map((eventName) => ({
    says: eventName,
    fields: {
      eventSource,
      eventName,
      eventType: 'AwsApiCall',
      errorCode: null,
      errorMessage: null,
      'userIdentity.invokedBy': null,
    },
  }));

/** The root identity itself, not a service that acts for it. */
const root = (account: string, fields: EventFields): EventFields => ({
  'userIdentity.type': 'Root',
  'userIdentity.arn': `arn:aws:iam::${account}:root`,
  'userIdentity.accountId': account,
  'userIdentity.principalId': account,
  'userIdentity.invokedBy': null,
  ...fields,
});

/**
 * What each alarm is to be about. Source: CIS AWS Foundations Benchmark, "Monitoring"; of bucket settings only those that
 * let others in or send data away, and nothing of ClassicLink, which is no more.
 */
export const alarmTopics = {
  naclChanges: () =>
    calls(
      'ec2.amazonaws.com',
      'CreateNetworkAcl',
      'CreateNetworkAclEntry',
      'DeleteNetworkAcl',
      'DeleteNetworkAclEntry',
      'ReplaceNetworkAclEntry',
      'ReplaceNetworkAclAssociation',
    ),
  gatewayChanges: () =>
    calls(
      'ec2.amazonaws.com',
      'CreateCustomerGateway',
      'DeleteCustomerGateway',
      'AttachInternetGateway',
      'CreateInternetGateway',
      'DeleteInternetGateway',
      'DetachInternetGateway',
    ),
  routeTableChanges: () =>
    calls(
      'ec2.amazonaws.com',
      'CreateRoute',
      'CreateRouteTable',
      'ReplaceRoute',
      'ReplaceRouteTableAssociation',
      'DeleteRouteTable',
      'DeleteRoute',
      'DisassociateRouteTable',
    ),
  vpcChanges: () =>
    calls(
      'ec2.amazonaws.com',
      'CreateVpc',
      'DeleteVpc',
      'ModifyVpcAttribute',
      'AcceptVpcPeeringConnection',
      'CreateVpcPeeringConnection',
      'DeleteVpcPeeringConnection',
      'RejectVpcPeeringConnection',
    ),
  sgChanges: () =>
    calls(
      'ec2.amazonaws.com',
      'AuthorizeSecurityGroupIngress',
      'AuthorizeSecurityGroupEgress',
      'RevokeSecurityGroupIngress',
      'RevokeSecurityGroupEgress',
      'CreateSecurityGroup',
      'DeleteSecurityGroup',
    ),
  s3PolicyChanges: () =>
    calls(
      's3.amazonaws.com',
      'PutBucketAcl',
      'PutBucketPolicy',
      'PutBucketCors',
      'PutBucketReplication',
      'DeleteBucketPolicy',
      'DeleteBucketCors',
      'DeleteBucketReplication',
    ),
  cloudTrailChanges: () =>
    calls(
      'cloudtrail.amazonaws.com',
      'CreateTrail',
      'UpdateTrail',
      'DeleteTrail',
      'StartLogging',
      'StopLogging',
    ),
  kmsDeletion: () => calls('kms.amazonaws.com', 'DisableKey', 'ScheduleKeyDeletion'),
  consoleAuthFailures: () => [
    {
      says: 'failed console sign-ins',
      fields: {
        eventSource: 'signin.amazonaws.com',
        eventName: 'ConsoleLogin',
        eventType: 'AwsConsoleSignIn',
        errorMessage: 'Failed authentication',
        'responseElements.ConsoleLogin': 'Failure',
      },
    },
  ],
  rootUsage: (account: string) => [
    {
      says: "the root identity's sign-ins",
      fields: root(account, {
        eventSource: 'signin.amazonaws.com',
        eventName: 'ConsoleLogin',
        eventType: 'AwsConsoleSignIn',
      }),
    },
    {
      says: "the root identity's calls",
      fields: root(account, {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateAccessKey',
        eventType: 'AwsApiCall',
      }),
    },
  ],
} as const satisfies Readonly<Record<string, (account: string) => readonly WatchedEvent[]>>;

export type AlarmTopic = keyof typeof alarmTopics;
