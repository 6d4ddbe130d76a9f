/**
 * What a stranger can carry for a key.
 * - `free`: any value at all: the caller writes it, or makes it so in an account or network of their own.
 * - `account`, `arn`, `principal`, `organization`, `path`, `userId`, `provider`, `vpc`, `endpoint`, `id`: a value of that form, but the part
 *   that says whose it is must be left open by a wildcard; somebody else's cannot be had.
 * - `address`: an address outside every narrow range mentioned. `anyAddress`: any, being of the caller's own private network.
 * - `flag`: true or false. `never`: false. `clock`: from now on. `type`: a kind of principal. `owner`: the resource's account.
 */
export type Form =
  | 'free'
  | 'account'
  | 'arn'
  | 'principal'
  | 'organization'
  | 'path'
  | 'userId'
  | 'provider'
  | 'vpc'
  | 'endpoint'
  | 'id'
  | 'address'
  | 'anyAddress'
  | 'flag'
  | 'never'
  | 'clock'
  | 'type'
  | 'owner';

/** When a request carries the key: signed ones only, over the internet or through a VPC endpoint only; `may` leaves it open. */
export type Presence =
  | 'always'
  | 'may'
  | 'signed'
  | 'maySigned'
  | 'internet'
  | 'endpoint'
  | 'mayEndpoint'
  | 'serviceOnly';

export interface KeyRule {
  readonly form: Form;
  readonly present: Presence;
}

/** Key, form, presence, and why. Names are in lower case: IAM ignores the case of keys. */
const TABLE: readonly (readonly [key: string, form: Form, present: Presence, why: string])[] = [
  ['aws:principalarn', 'principal', 'signed', 'nobody else is a principal of that account'],
  ['aws:principalaccount', 'account', 'signed', 'nobody else is in that account'],
  ['aws:principalorgid', 'organization', 'maySigned', 'in AWS’s list; absent outside an organization'],
  ['aws:principalorgpaths', 'path', 'maySigned', 'organization ids are unique; root and OU ids are not'],
  ['aws:principaltype', 'type', 'always', 'every kind of principal exists in any account'],
  ['aws:principalisawsservice', 'never', 'signed', 'true for AWS’s own services only'],
  ['aws:principalservicename', 'id', 'serviceOnly', 'only a service principal carries it'],
  ['aws:principalservicenameslist', 'id', 'serviceOnly', 'only a service principal carries it'],
  ['aws:principaltag', 'free', 'maySigned', 'anyone tags a user or role of their own'],
  ['aws:userid', 'userId', 'signed', 'unique ids are never reused; AROA…:* fixes the role, not the session'],
  ['aws:username', 'free', 'maySigned', 'anyone names a user of their own the same'],
  [
    'aws:federatedprovider',
    'provider',
    'maySigned',
    'a provider’s ARN has an account; a public provider is anybody’s',
  ],
  ['aws:sourceidentity', 'free', 'maySigned', 'set by whoever assumes a role of their own'],
  ['aws:tokenissuetime', 'free', 'maySigned', 'anyone takes a token at any time'],
  ['aws:multifactorauthpresent', 'flag', 'maySigned', 'anyone has a device of their own'],
  ['aws:multifactorauthage', 'free', 'maySigned', 'anyone has a device of their own'],
  ['aws:calledvia', 'free', 'maySigned', 'anyone has a service call for them'],
  ['aws:calledviafirst', 'free', 'maySigned', 'anyone has a service call for them'],
  ['aws:calledvialast', 'free', 'maySigned', 'anyone has a service call for them'],
  ['aws:viaawsservice', 'flag', 'may', 'anyone has a service call for them'],
  ['aws:sourceip', 'address', 'internet', 'in AWS’s list; absent through a VPC endpoint'],
  ['aws:vpcsourceip', 'anyAddress', 'endpoint', 'private addresses are the same in everybody’s VPC'],
  ['aws:sourcevpc', 'vpc', 'endpoint', 'in AWS’s list'],
  ['aws:sourcevpce', 'endpoint', 'endpoint', 'in AWS’s list'],
  ['aws:sourcevpcarn', 'arn', 'mayEndpoint', 'names the VPC’s account'],
  ['aws:vpceaccount', 'account', 'mayEndpoint', 'names the endpoint’s account'],
  ['aws:vpceorgid', 'organization', 'mayEndpoint', 'names the endpoint’s organization'],
  ['aws:vpceorgpaths', 'path', 'mayEndpoint', 'names the endpoint’s organization'],
  ['aws:ec2instancesourcevpc', 'vpc', 'maySigned', 'names the VPC the credentials were issued in'],
  [
    'aws:ec2instancesourceprivateipv4',
    'anyAddress',
    'maySigned',
    'private addresses are the same in everybody’s VPC',
  ],
  ['ec2:sourceinstancearn', 'arn', 'maySigned', 'names the instance’s account'],
  ['lambda:sourcefunctionarn', 'arn', 'maySigned', 'names the function’s account'],
  ['aws:sourcearn', 'arn', 'may', 'in AWS’s list; a stranger’s own resource can make a service call'],
  ['aws:sourceaccount', 'account', 'may', 'in AWS’s list'],
  ['aws:sourceowner', 'account', 'may', 'in AWS’s list'],
  ['aws:sourceorgid', 'organization', 'may', 'names the source’s organization'],
  ['aws:sourceorgpaths', 'path', 'may', 'names the source’s organization'],
  ['aws:chatbotsourcearn', 'arn', 'maySigned', 'names the chat configuration’s account'],
  ['aws:resourceaccount', 'owner', 'always', 'always the resource’s own account, whoever asks'],
  ['s3:resourceaccount', 'owner', 'always', 'always the resource’s own account, whoever asks'],
  ['aws:securetransport', 'flag', 'always', 'the caller picks the protocol'],
  ['aws:currenttime', 'clock', 'always', 'a caller can wait, but not go back'],
  ['aws:epochtime', 'clock', 'always', 'a caller can wait, but not go back'],
  [
    's3:dataaccesspointarn',
    'arn',
    'may',
    'in AWS’s list; a wildcard in the name is fine when the account is fixed',
  ],
  ['s3:dataaccesspointaccount', 'account', 'may', 'in AWS’s list'],
  ['s3:accessgrantsinstancearn', 'arn', 'may', 'names the instance’s account'],
  [
    's3:x-amz-server-side-encryption-aws-kms-key-id',
    'arn',
    'may',
    'in AWS’s list; a stranger cannot use another’s key',
  ],
  ['s3:authtype', 'free', 'maySigned', 'the caller picks how to sign'],
  ['s3:signatureversion', 'free', 'maySigned', 'the caller picks how to sign'],
  ['s3:signatureage', 'free', 'maySigned', 'the caller picks when to sign'],
  ['kms:calleraccount', 'account', 'signed', 'nobody else is in that account'],
  [
    'elasticfilesystem:accessedviamounttarget',
    'never',
    'may',
    'only from within the file system’s own network',
  ],
];

const RULES: ReadonlyMap<string, KeyRule> = new Map(
  TABLE.map(([key, form, present]) => [key, { form, present }] as const),
);

/** A fixed subject of an identity provider is one person; its audience is everyone who can sign in there. */
const SUBJECT: KeyRule = { form: 'id', present: 'maySigned' };
/** aws:Referer, aws:UserAgent, s3:prefix, s3:x-amz-acl, tags, sts:ExternalId, keys yet to come: the caller's to write. */
const WRITTEN_BY_THE_CALLER: KeyRule = { form: 'free', present: 'may' };

export function ruleOf(key: string): KeyRule {
  const rule = RULES.get(key) ?? RULES.get(key.split('/', 1)[0] ?? '');
  return rule ?? (key.endsWith(':sub') ? SUBJECT : WRITTEN_BY_THE_CALLER);
}

/** Keys of which a request may carry several values; of those of services we know little about, any may be such. */
export const isMultivalued = (key: string): boolean =>
  /(keys|attributes|orgpaths|nameslist|:calledvia)$/.test(key) || !/^(aws|s3|kms|sts):/.test(key);
