import { aclAccess } from './acl.ts';

/** Whether a grantee of an ACL (a group's URI or a canonical id) is everyone, or everyone with an AWS account. */
export const isStrangers = (grantee: string): boolean =>
  aclAccess({ grants: [{ grantee, permission: 'FULL_CONTROL' }] }).read.public === true;
