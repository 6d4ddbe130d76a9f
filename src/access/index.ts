export { type Acl, type AclGrant, aclAccess } from './acl.ts';
export {
  type AclEntries,
  type AclEntry,
  aclEntry,
  entriesInstead,
  openEntries,
  readAclEntry,
} from './acl-entries.ts';
export { internetAmong } from './address.ts';
export { grantsEverything, serviceWildcards } from './admin-policy.ts';
export { type Attestation, attestationOf } from './attestation.ts';
export type { PublicAccessBlock } from './block.ts';
export {
  type BucketExposure,
  type BucketFacts,
  bucketExposure,
  type ObjectOwnership,
} from './bucket-exposure.ts';
export { crossAccount, type Grantee } from './cross-account.ts';
export { type Malformed, type PolicyDocument, parsePolicy } from './document.ts';
export { escalations } from './escalation.ts';
export { expectedStatus } from './expected-status.ts';
export { anyKeyActions, type Home, subscribesFreely } from './identity-grants.ts';
export type { Known } from './known.ts';
export { type Masking, withMasking } from './masking.ts';
export {
  type IngressRule,
  isEveryPort,
  type OpenPorts,
  openPorts,
  reaches,
  saysOpen,
} from './open-ports.ts';
export { openThrough } from './open-through.ts';
export { type Refusal, refusesPlainHttp } from './plain-http.ts';
export { type Exposure, type PolicyContext, type PublicAccess, publicAccess } from './public-access.ts';
export {
  doorsOf,
  listsOf,
  opensOneOf,
  opensOther,
  type PrefixLists,
  readRule,
  rulesGone,
  ruleText,
  type SecurityRules,
  withoutInternet,
} from './security-rules.ts';
export { isStrangers } from './stranger-grants.ts';
export { mostPolicyBytes, type TlsOnly, withTlsOnly } from './tls-only.ts';
export { type Outsider, type Trust, trustOf } from './trust.ts';
export { withoutOpenTrust } from './without-open-trust.ts';
export { type StatementAt, type WithoutPublic, withoutPublicStatements } from './without-public.ts';
