import { classicWebAcl } from './classic-web-acl.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const wafKinds = {
  'aws.waf.classicWebAcl': classicWebAcl,
} as const;
