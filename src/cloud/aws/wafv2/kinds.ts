import { webAcl } from './web-acl.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const wafV2Kinds = {
  'aws.wafv2.webAcl': webAcl,
} as const;
