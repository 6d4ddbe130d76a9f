import { testAccountId } from '../../kit/aws/environment.ts';
import { type AwsProxy, answer, type Fault } from '../../kit/aws/proxy.ts';

/** Answers in the shape that AWS documents, for what moto does not answer, or answers otherwise. */

const dayMs = 86_400_000;
export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * dayMs).toISOString().slice(0, 19);

export const json = (body: unknown): Fault =>
  answer(200, { 'content-type': 'application/x-amz-json-1.1' }, JSON.stringify(body));
export const xml = (body: string): Fault =>
  answer(200, { 'content-type': 'application/xml' }, `<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
const iam = (operation: string, result: string): Fault =>
  xml(
    `<${operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${operation}Response>`,
  );

export interface Person {
  readonly name: string;
  /** Days since the password was set, since it was last used, and until it must be replaced. */
  readonly password?: { readonly set: number; readonly used: number; readonly next?: number };
  readonly mfa?: boolean;
  /** Days since each active key was made, and since it was last used. */
  readonly keys?: readonly { readonly made: number; readonly used?: number }[];
}

const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
const at = (days: number): string => `${daysAgo(days)}+00:00`;

function rowOf({ name, password, mfa = false, keys = [] }: Person): string {
  const key = (slot: 0 | 1) => {
    const one = keys[slot];
    if (!one) return 'false,N/A,N/A,N/A,N/A';
    const use = one.used === undefined ? 'N/A,N/A,N/A' : `${at(one.used)},us-east-1,s3`;
    return `true,${at(one.made)},${use}`;
  };
  const login = password
    ? `true,${at(password.used)},${at(password.set)},${password.next === undefined ? 'N/A' : at(-password.next)}`
    : 'false,N/A,N/A,N/A';
  return `${name},arn:aws:iam::${testAccountId}:user/${name},${at(900)},${login},${mfa},${key(0)},${key(1)},false,N/A,false,N/A`;
}

/** The credential report as AWS writes it: moto's has no row for the root identity and no date of the next rotation. */
export function credentialReport(people: readonly Person[], rootUsedDaysAgo: number): Fault {
  const root = `<root_account>,arn:aws:iam::${testAccountId}:root,${at(2000)},not_supported,${at(rootUsedDaysAgo)},not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A`;
  const csv = [header, root, ...people.map(rowOf)].join('\n');
  return iam(
    'GetCredentialReport',
    `<Content>${Buffer.from(csv).toString('base64')}</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>${daysAgo(0)}Z</GeneratedTime>`,
  );
}

const summary = (mfa: number) =>
  iam(
    'GetAccountSummary',
    `<SummaryMap>${Object.entries({
      Users: 4,
      AccountMFAEnabled: mfa,
      AccountAccessKeysPresent: 0,
      AccountPasswordPresent: 1,
    })
      .map(([key, value]) => `<entry><key>${key}</key><value>${value}</value></entry>`)
      .join('')}</SummaryMap>`,
  );

/** AWS keeps more than a thousand policies; two of them here, of which one is held by a role. */
const awsPolicies = iam(
  'GetAccountAuthorizationDetails',
  `<IsTruncated>false</IsTruncated><Policies>${['AdministratorAccess', 'job-function/Billing']
    .map((path) => {
      const isAdmin = path === 'AdministratorAccess';
      const statement = { Effect: 'Allow', Action: isAdmin ? '*' : 'aws-portal:*', Resource: '*' };
      const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
      return `<member><PolicyName>${path.split('/').at(-1)}</PolicyName><PolicyId>ANPAEXAMPLE</PolicyId><Arn>arn:aws:iam::aws:policy/${path}</Arn><Path>/</Path><DefaultVersionId>v1</DefaultVersionId><AttachmentCount>${Number(isAdmin)}</AttachmentCount><IsAttachable>true</IsAttachable><CreateDate>2015-02-06T18:39:46Z</CreateDate><UpdateDate>2015-02-06T18:39:46Z</UpdateDate><PolicyVersionList><member><Document>${encodeURIComponent(document)}</Document><VersionId>v1</VersionId><IsDefaultVersion>true</IsDefaultVersion><CreateDate>2015-02-06T18:39:46Z</CreateDate></member></PolicyVersionList></member>`;
    })
    .join('')}</Policies>`,
);
const holders = iam(
  'ListEntitiesForPolicy',
  '<PolicyGroups/><PolicyUsers/><PolicyRoles><member><RoleName>deploy</RoleName><RoleId>AROAEXAMPLE</RoleId></member></PolicyRoles><IsTruncated>false</IsTruncated>',
);

/** Nothing was changed for as long as CloudTrail remembers, but for one policy. */
const opened = {
  EventId: '00000000-0000-4000-8000-000000000001',
  EventName: 'PutBucketPolicy',
  EventTime: Math.floor(Date.now() / 1000) - 3 * 86_400,
  CloudTrailEvent: JSON.stringify({
    eventName: 'PutBucketPolicy',
    userIdentity: {
      type: 'IAMUser',
      arn: `arn:aws:iam::${testAccountId}:user/bob`,
      accessKeyId: 'AKIAOFBOBANDNOBODY99',
    },
    sourceIPAddress: '198.51.100.7',
    requestParameters: { bucketName: 'open-policy' },
  }),
};

/** The listing as AWS answers it: with each bucket's region, by prefix, and with `token` when there is another page. */
export function bucketListing(
  proxy: AwsProxy,
  regions: Readonly<Record<string, string>>,
  token?: string,
): void {
  const more = token ? `<ContinuationToken>${token}</ContinuationToken>` : '';
  proxy.rule({
    service: 's3',
    operation: 'ListBuckets',
    fault: answer(200, { 'content-type': 'application/xml' }, ({ key }) => {
      const prefix = /prefix=([^& ]*)/.exec(key)?.[1] ?? '';
      const buckets = Object.entries(regions)
        .filter(([name]) => name.startsWith(prefix))
        .map(
          ([name, region]) =>
            `<Bucket><Name>${name}</Name><BucketRegion>${region}</BucketRegion><CreationDate>2024-01-01T00:00:00.000Z</CreationDate></Bucket>`,
        );
      return `<?xml version="1.0" encoding="UTF-8"?>\n<ListAllMyBucketsResult><Owner><ID>owner</ID></Owner><Buckets>${buckets.join('')}</Buckets>${more}</ListAllMyBucketsResult>`;
    }),
  });
}

/** What AWS answers and moto does not, for the account of the stories. `policies`: which are public, by bucket. */
export function recordedAnswers(
  proxy: AwsProxy,
  people: readonly Person[],
  policies: Readonly<Record<string, boolean>>,
): void {
  const says = (service: string, operation: string, fault: Fault) =>
    proxy.rule({ service, operation, fault });
  says('iam', 'GenerateCredentialReport', iam('GenerateCredentialReport', '<State>COMPLETE</State>'));
  says('iam', 'GetCredentialReport', credentialReport(people, 5));
  says('iam', 'GetAccountSummary', summary(1));
  proxy.rule({
    service: 'iam',
    operation: 'GetAccountAuthorizationDetails',
    match: ({ key }) => key.includes('AWSManagedPolicy'),
    fault: awsPolicies,
  });
  says('iam', 'ListEntitiesForPolicy', holders);
  proxy.rule({
    service: 'cloudtrail',
    operation: 'LookupEvents',
    match: ({ key }) => key.includes('"PutBucketPolicy"'),
    fault: json({ Events: [opened] }),
  });
  says('cloudtrail', 'LookupEvents', json({ Events: [] }));
  says('cloudwatch', 'GetMetricData', json({ MetricDataResults: [], Messages: [] }));
  proxy.rule({
    service: 's3',
    operation: 'GetBucketVersioning',
    match: ({ bucket }) => bucket === 'records',
    fault: xml(
      '<VersioningConfiguration><Status>Enabled</Status><MfaDelete>Enabled</MfaDelete></VersioningConfiguration>',
    ),
  });
  for (const [bucket, isPublic] of Object.entries(policies)) {
    proxy.rule({
      service: 's3',
      operation: 'GetBucketPolicyStatus',
      match: (call) => call.bucket === bucket,
      fault: xml(`<PolicyStatus><IsPublic>${isPublic}</IsPublic></PolicyStatus>`),
    });
  }
}
