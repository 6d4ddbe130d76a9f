import { addressRecord } from './address-record.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const route53Kinds = {
  'aws.route53.addressRecord': addressRecord,
} as const;
