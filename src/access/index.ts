export { type Acl, type AclGrant, aclAccess } from './acl.ts';
export { internetAmong } from './address.ts';
export { grantsEverything, serviceWildcards } from './admin-policy.ts';
export type { PublicAccessBlock } from './block.ts';
export {
  type BucketExposure,
  type BucketFacts,
  bucketExposure,
  type ObjectOwnership,
} from './bucket-exposure.ts';
export { crossAccount, type Grantee } from './cross-account.ts';
export { type Malformed, type PolicyDocument, parsePolicy } from './document.ts';
export { expectedStatus } from './expected-status.ts';
export type { Known } from './known.ts';
export { type IngressRule, type OpenPorts, openPorts, reaches } from './open-ports.ts';
export { type Refusal, refusesPlainHttp } from './plain-http.ts';
export { type Exposure, type PolicyContext, type PublicAccess, publicAccess } from './public-access.ts';
export { isStrangers } from './stranger-grants.ts';
export { mostPolicyBytes, type TlsOnly, withTlsOnly } from './tls-only.ts';
export { type StatementAt, type WithoutPublic, withoutPublicStatements } from './without-public.ts';
