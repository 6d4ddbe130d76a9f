import { document } from './document.ts';
import { managedInstance } from './managed-instance.ts';
import { parameter } from './parameter.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const ssmKinds = {
  'aws.ssm.document': document,
  'aws.ssm.managedInstance': managedInstance,
  'aws.ssm.parameter': parameter,
} as const;
